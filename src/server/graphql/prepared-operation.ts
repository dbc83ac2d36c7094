import {
  type ArgumentNode,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  visit,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import type { Context } from "../../api/context.js";
import type { Scheduler } from "./event-loop-scheduler.js";
import type { DatasetStatistics } from "./limits/edition-statistics.js";
import { operationCost } from "./limits/operation-cost.js";

/** The context of resolvers, with the time of the request. */
export interface ExecutionContext extends Context {
  readonly scheduler: Scheduler;
  /** On the clock of `performance.now`. */
  readonly startedMs: number;
  /** Time spent waiting for other threads, which does not count as the request's own; grows during execution. */
  blockedMs: number;
}

/** One operation of a valid document. */
export interface PreparedOperation {
  readonly name: string | undefined;
  readonly type: `${OperationTypeNode}`;
  /** Whether these variables fit the operation. */
  accepts(variables: Readonly<Record<string, unknown>>): boolean;
  /** In points, for variables that fit. @throws {GraphQLError} when an argument does not fit */
  cost(variables: Readonly<Record<string, unknown>>, size: DatasetStatistics): number;
  run(
    context: ExecutionContext,
    variables: Readonly<Record<string, unknown>>,
  ): ExecutionResult | Promise<ExecutionResult>;
}

/** Prepares an operation for repeated execution. */
export function prepareOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  definition: OperationDefinitionNode,
): PreparedOperation {
  const operationName = definition.name?.value;
  const varies = hasCostVariables(document);
  const costs = new WeakMap<DatasetStatistics, number>();
  return {
    name: operationName,
    type: definition.operation,
    accepts: (variables) =>
      getVariableValues(schema, definition.variableDefinitions ?? [], { ...variables }, { maxErrors: 1 }).errors ===
      undefined,
    cost: (variables, size) => {
      const cached = varies ? undefined : costs.get(size);
      if (cached !== undefined) return cached;
      const cost = operationCost({ schema, document, operationName, variables }, size);
      costs.set(size, cost);
      return cost;
    },
    run: jitExecutor(schema, document, operationName),
  };
}

/** Executes an operation. */
export type JitExecutor = (
  context: ExecutionContext,
  variables: Readonly<Record<string, unknown>>,
) => ExecutionResult | Promise<ExecutionResult>;

// Compiling takes as long as about ten executions: not worthwhile for a query that is sent once.
const RUNS_BEFORE_COMPILING = 5;

/**
 * Executes an operation with graphql's own `execute` at first and, from the fifth run, with a compiled function, which is
 * two to three times as fast. When the compiled function returns errors, `execute` runs again, so that errors have one
 * form.
 */
export function jitExecutor(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): JitExecutor {
  let runCount = 0;
  let compiled: CompiledQuery | null = null;

  const interpret: JitExecutor = (contextValue, variableValues) =>
    execute({ schema, document, operationName, contextValue, variableValues });

  return (context, variables) => {
    runCount += 1;
    if (runCount === RUNS_BEFORE_COMPILING) compiled = compileOperation(schema, document, operationName);
    if (compiled === null) return interpret(context, variables);
    const interpretOnError = (result: ExecutionResult) =>
      result.errors === undefined ? result : interpret(context, variables);
    const result = compiled.query(undefined, context, variables);
    return result instanceof Promise ? result.then(interpretOnError) : interpretOnError(result);
  };
}

function compileOperation(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined) {
  const query = compileQuery(schema, document, operationName);
  return isCompiledQuery(query) ? query : null;
}

const COST_ARGUMENTS = new Set([
  "detail",
  "first",
  "minFootprints",
  // the edition, and the part of it
  "edition",
  "from",
  "geometry",
  "id",
  "layer",
  "to",
]);

/** Whether the cost of a document depends on its variables. */
export function hasCostVariables(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Directive: () => {
      varies = true;
      return BREAK;
    },
    Field: ({ arguments: given = [] }: FieldNode) => {
      varies ||= given.some((argument) => COST_ARGUMENTS.has(argument.name.value) && hasVariable(argument));
    },
  });
  return varies;
}

/** Whether an argument contains a variable, at any depth: an inline geometry may have one inside. */
function hasVariable(argument: ArgumentNode): boolean {
  let found = false;
  visit(argument, {
    [Kind.VARIABLE]: () => {
      found = true;
      return BREAK;
    },
  });
  return found;
}
