import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  type OperationTypeNode,
} from "graphql";
import type { DataSize } from "../limits/data-size.js";
import { operationCost } from "../limits/operation-cost.js";
import { costVaries } from "./cost-varies.js";
import { operationRunner } from "./operation-runner.js";
import type { TimedContext } from "./timed-context.js";

/** One operation of a valid document. */
export interface KnownOperation {
  readonly name: string | undefined;
  readonly type: `${OperationTypeNode}`;
  /** Whether it can be run with these variables. */
  takes(variables: Readonly<Record<string, unknown>>): boolean;
  /** In points. Variables are ones that it takes. @throws {GraphQLError} when an argument does not fit */
  cost(variables: Readonly<Record<string, unknown>>, size: DataSize): number;
  run(context: TimedContext, variables: Readonly<Record<string, unknown>>): ExecutionResult | Promise<ExecutionResult>;
}

/** Makes an operation ready to be asked often. */
export function knownOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): KnownOperation {
  const operationName = definition.name?.value;
  const varies = costVaries(document);
  const costs = new WeakMap<DataSize, number>();
  return {
    name: operationName,
    type: definition.operation,
    takes: (variables) =>
      getVariableValues(schema, definition.variableDefinitions ?? [], { ...variables }, { maxErrors: 1 }).errors ===
      undefined,
    cost: (variables, size) => {
      const known = varies ? undefined : costs.get(size);
      if (known !== undefined) return known;
      const cost = operationCost({ schema, document, operationName, variables }, size);
      costs.set(size, cost);
      return cost;
    },
    run: operationRunner(schema, document, operationName),
  };
}
