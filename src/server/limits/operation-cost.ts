import { type DocumentNode, type GraphQLSchema, getNamedType, getNullableType, isListType } from "graphql";
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import type { DataSize } from "./data-size.js";
import { fieldWork } from "./field-work.js";
import { listLength } from "./list-length.js";

/** One operation of a valid document, with what it is given. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * What answering takes, in points: each field its own work, what is inside a list once for each item.
 *
 * @throws {GraphQLError} when the variables do not fit
 */
export function operationCost({ schema, document, operationName, variables }: CostedOperation, size: DataSize): number {
  const estimator: ComplexityEstimator = (field) => estimatedCost(field, size);
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [estimator],
    ...(operationName !== undefined && { operationName }),
  });
}

function estimatedCost(estimated: ComplexityEstimatorArgs, size: DataSize): number {
  const { type, field, args, childComplexity } = estimated;
  const inside = type.name.startsWith("__") ? childComplexity : childComplexity * itemCount(estimated, size);
  return fieldWork(`${type.name}.${field.name}`, args) + inside;
}

// A connection counts its items where it is asked for, as `first` is said there; its nodes and edges then do not.
function itemCount({ type, field, args }: ComplexityEstimatorArgs, size: DataSize): number {
  if (isConnection(type.name)) return 1;
  const isList = isListType(getNullableType(field.type)) || isConnection(getNamedType(field.type).name);
  if (!isList) return 1;
  return listLength(`${type.name}.${field.name}`, size, typeof args.first === "number" ? args.first : null);
}

function isConnection(typeName: string): boolean {
  return typeName.endsWith("Connection");
}
