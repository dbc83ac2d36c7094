import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer } from "./answer.js";

export type Method = "GET" | "HEAD" | "POST";

/** What a route is given. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address up to the `?`, as it was sent. */
  readonly pathname: string;
  /** What follows, with the `?`; empty when nothing does. */
  readonly search: string;
}

/** One address, or with `/*` at the end all that begin so, and who answers there. */
export type Route = AnswerRoute | RespondRoute;

interface Place {
  readonly path: string;
  /** Which requests of that address it is for; all when left out. */
  readonly only?: (request: IncomingMessage) => boolean;
}

/** A route that gives an answer back. */
export interface AnswerRoute extends Place {
  readonly methods: readonly Method[];
  /** null when there is nothing at this address after all. */
  readonly answer: (exchange: Exchange) => Answer | null | Promise<Answer | null>;
}

/** A route that responds by itself. */
export interface RespondRoute extends Place {
  /** Does nothing and gives false when there is nothing at this address after all. */
  readonly respond: (exchange: Exchange) => boolean | Promise<boolean>;
}
