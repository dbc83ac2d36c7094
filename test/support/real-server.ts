import { fileURLToPath } from "node:url";
import { startServer } from "../../src/server/server.js";
import type { Store } from "../../src/store/store.js";
import { openRealStore } from "./real-store.js";

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: { readonly data?: unknown; readonly errors?: readonly AnswerError[] } | undefined;
}

/** One error of an answer. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: { readonly code?: string };
}

/** The whole server over the real database, listening on a port of its own. */
export interface RealServer {
  readonly address: string;
  readonly store: Store;
  /** What the server noted for its operator and told nobody else. */
  readonly logged: readonly { readonly message: string; readonly error: unknown }[];
  /** The data that a query gives. @throws when the answer has errors */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** The answer to a query, whatever it is. */
  answer(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** The answer to any request. */
  request(path: string, init?: RequestInit): Promise<Answer>;
  stop(): Promise<void>;
}

const WEB_FOLDER = fileURLToPath(new URL("../../dist/web", import.meta.url)); // may be missing: then no pages

/** What a server is to have besides its database. */
export interface RealServerOptions {
  readonly exportsFolder?: string;
  readonly tileCacheDir?: string;
}

/** Starts a server over the real database. */
export function startRealServer(options: RealServerOptions = {}): Promise<RealServer> {
  return startServerOver(openRealStore(), options);
}

/** Starts a server over a database of the test's own. */
export async function startServerOver(store: Store, options: RealServerOptions = {}): Promise<RealServer> {
  const logged: { message: string; error: unknown }[] = [];
  const log = (message: string, error: unknown) => void logged.push({ message, error });
  const server = await startServer({ store, webFolder: WEB_FOLDER, ...options, port: 0, host: "127.0.0.1", log });

  const request = async (path: string, init?: RequestInit): Promise<Answer> => {
    const response = await fetch(`${server.address}${path}`, init);
    const text = await response.text();
    return { status: response.status, text, json: jsonOf(text) };
  };
  const answer = (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
    request("/graphql", {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({ query, variables }),
    });
  return {
    address: server.address,
    store,
    logged,
    request,
    answer,
    ask: async <Data>(query: string, variables?: Readonly<Record<string, unknown>>) => {
      const { text, json } = await answer(query, variables);
      if (json?.data === undefined || json.errors !== undefined) throw new Error(`${query} was answered with ${text}`);
      return json.data as Data;
    },
    stop: () => server.stop(),
  };
}

function jsonOf(text: string): Answer["json"] {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
