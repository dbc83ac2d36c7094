import { connect, type Socket } from "node:net";

/** A keep-alive connection that sends one request at a time. */
export interface Connection {
  /** Sends a body and waits for the response. @throws when its status is not 200 */
  post(body: string): Promise<void>;
  close(): void;
}

const HEAD_END = "\r\n\r\n";

/**
 * Connects to a server. Parses only the HTTP that both servers send: a status line and Content-Length. A general client
 * takes as much processor time as a cached response, so the load would measure itself.
 */
export async function connectKeepAlive(url: string): Promise<Connection> {
  const { hostname, port, pathname } = new URL(url);
  const socket = await connectSocket(hostname, Number(port));
  const head = `POST ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\nContent-Length: `;

  let waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | null = null;
  let received: Buffer | null = null;
  let expectedBytes = 0;
  let receivedBytes = 0;

  const fail = (error: Error) => waiting?.reject(error);
  socket.on("error", fail);
  socket.on("close", () => fail(new Error(`${url} closed the connection`)));
  socket.on("data", (chunk: Buffer) => {
    receivedBytes += chunk.length;
    if (expectedBytes === 0) {
      received = received === null ? chunk : Buffer.concat([received, chunk]);
      const end = received.indexOf(HEAD_END);
      if (end === -1) return;
      const responseHead = received.toString("latin1", 0, end);
      const length = /content-length: (\d+)/i.exec(responseHead)?.[1];
      if (!responseHead.startsWith("HTTP/1.1 200") || length === undefined) return fail(new Error(responseHead));
      expectedBytes = end + HEAD_END.length + Number(length);
    }
    if (receivedBytes < expectedBytes) return;
    [received, expectedBytes, receivedBytes] = [null, 0, 0];
    waiting?.resolve();
  });

  return {
    post: (body) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket.write(`${head}${Buffer.byteLength(body)}${HEAD_END}${body}`);
      }),
    close: () => {
      waiting = null;
      socket.destroy();
    },
  };
}

function connectSocket(host: string, port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, noDelay: true }, () => resolve(socket));
    socket.once("error", reject);
  });
}
