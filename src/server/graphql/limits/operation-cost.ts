import { type DocumentNode, type GraphQLSchema, getNamedType, getNullableType, isListType } from "graphql";
import { type ComplexityEstimator, type ComplexityEstimatorArgs, getComplexity } from "graphql-query-complexity";
import type { DatasetStatistics, EditionStatistics } from "./edition-statistics.js";
import { fieldCost, listSize } from "./field-cost.js";

/** One operation of a valid document, with its variables. */
export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Cost of an operation, in points: the cost of each field, times the number of items of the lists it is in. Each field at
 * the top level is costed by the edition that it requests.
 *
 * @throws {GraphQLError} when the variables do not fit
 */
export function operationCost(operation: CostedOperation, size: DatasetStatistics): number {
  // Costs are computed from the inside out, before the edition above is known: so once for each requested edition, and at
  // the top level only the fields of that edition count.
  const requested = new Set([size.of(null)]);
  let cost = 0;
  for (const own of requested) {
    cost += costOf(operation, (field) => {
      const { type, args } = field;
      if (type !== operation.schema.getQueryType()) return estimateFieldCost(field, own, size);
      const ofField = editionStatisticsFor(field.field.name, args, size);
      requested.add(ofField);
      return ofField === own ? estimateFieldCost(field, own, size) : 0;
    });
  }
  return cost;
}

function costOf({ schema, document, operationName, variables }: CostedOperation, estimator: ComplexityEstimator) {
  return getComplexity({
    schema,
    query: document,
    variables: { ...variables },
    estimators: [estimator],
    ...(operationName !== undefined && { operationName }),
  });
}

function estimateFieldCost(
  estimated: ComplexityEstimatorArgs,
  own: EditionStatistics,
  size: DatasetStatistics,
): number {
  const { type, field, args, childComplexity } = estimated;
  const inside = type.name.startsWith("__") ? childComplexity : childComplexity * itemCount(estimated, own, size);
  return fieldCost(`${type.name}.${field.name}`, own, args) + inside;
}

// A connection counts its items at the field with the argument `first`; its nodes and edges then count once.
function itemCount(
  { type, field, args }: ComplexityEstimatorArgs,
  own: EditionStatistics,
  size: DatasetStatistics,
): number {
  if (isConnection(type.name)) return 1;
  const isList = isListType(getNullableType(field.type)) || isConnection(getNamedType(field.type).name);
  if (!isList) return 1;
  const coordinate = `${type.name}.${field.name}`;
  return coordinate === "Query.editions" ? size.editionCount : listSize(coordinate, own, args);
}

function isConnection(typeName: string): boolean {
  return typeName.endsWith("Connection");
}

type FieldArgs = Readonly<Record<string, unknown>>;

/** The statistics of the edition that a top-level field requests; everything inside the field is of the same edition. */
export function editionStatisticsFor(field: string, args: FieldArgs, size: DatasetStatistics): EditionStatistics {
  switch (field) {
    case "editions":
      return size.largest;
    case "edition":
      return size.of(args.id);
    case "changes":
      return larger(size.of(args.from), size.of(args.to));
    default:
      return size.of(args.edition);
  }
}

function larger(one: EditionStatistics, other: EditionStatistics): EditionStatistics {
  return one.overlaps < other.overlaps ? other : one;
}
