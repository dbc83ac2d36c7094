import type { DocumentNode } from "graphql";
import { LimitError } from "./limit-error.js";
import type { Limits } from "./limits.js";
import { queryShape } from "./query-shape.js";

const SHAPE_LIMITS = ["depth", "rootFields", "aliases", "directives", "fields"] as const;

/** Refuses a query that is too deep or too wide, before it is validated. @throws {LimitError} */
export function checkShape(document: DocumentNode, limits: Limits): void {
  const shape = queryShape(document);
  for (const limit of SHAPE_LIMITS) {
    if (shape[limit] > limits[limit]) throw new LimitError(limit, limits[limit], shape[limit]);
  }
}
