import { createServer, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { storedContext } from "../../src/server/stored-context.js";
import { tilesRoute } from "../../src/server/tiles-route.js";
import { openRealStore } from "../support/real-store.js";

/** An answer as it came over the wire, not decompressed. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The tiles' route over the real database, on a port of its own. */
export interface TileServer {
  readonly address: string;
  readonly dataVersion: string;
  /** Asks for a path just as it is written. */
  get(path: string, headers?: Readonly<Record<string, string>>, method?: string): Promise<RawAnswer>;
  stop(): Promise<void>;
}

export async function startTileServer(): Promise<TileServer> {
  const store = openRealStore();
  const { world } = await storedContext(store);
  const tiles = tilesRoute(world, store);
  const server = createServer((request, response) => {
    void tiles.respond(request, response, new URL(request.url ?? "/", "http://server.invalid"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    dataVersion: world.dataVersion,
    get: (path, headers = {}, method = "GET") =>
      new Promise((resolve, reject) => {
        const sent = httpRequest({ host: "127.0.0.1", port, path, headers, method }, async (response) => {
          const chunks: Buffer[] = [];
          for await (const chunk of response) chunks.push(chunk as Buffer);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        });
        sent.on("error", reject).end();
      }),
    stop: async () => {
      await new Promise((resolve) => server.close(resolve));
      await store.close();
    },
  };
}
