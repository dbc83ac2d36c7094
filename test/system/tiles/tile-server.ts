import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { startServer } from "../../../src/server/server.js";
import { PYRAMID_FOLDER } from "../../support/real-pyramid.js";
import { openRealStore } from "../../support/real-store.js";

/** An answer as it came over the wire, not decompressed. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The server over the real database, on a port of its own. */
export interface TileServer {
  readonly address: string;
  readonly dataVersion: string;
  /** Asks for a path just as it is written. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<RawAnswer>;
  stop(): Promise<void>;
}

export async function startTileServer(): Promise<TileServer> {
  const store = openRealStore();
  const { dataVersion } = await store.loadFacts();
  const log = (message: string, error: unknown) => console.error(message, error);
  const server = await startServer({
    store,
    webFolder: "",
    tileCacheDir: PYRAMID_FOLDER,
    port: 0,
    host: "127.0.0.1",
    log,
  });
  const { port } = new URL(server.address);
  return {
    address: server.address,
    dataVersion,
    get: (path, headers = {}, method = "GET") =>
      new Promise((resolve, reject) => {
        const sent = httpRequest({ host: "127.0.0.1", port, path, headers, method }, async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        });
        sent.on("error", reject).end();
      }),
    stop: () => server.stop(),
  };
}
