import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import type { Context } from "../../../src/api/context.js";
import { createSchema } from "../../../src/api/graphql/schema.js";
import { createContext } from "../../../src/server/dataset/create-context.js";
import { cacheTopologies } from "../../../src/server/dataset/topology-cache.js";
import type { Store } from "../../../src/store/store.js";
import { openRealStore } from "../../support/real-store.js";

type Variables = Readonly<Record<string, unknown>>;

/** The served schema over the real database, without HTTP. */
export interface RealApi {
  readonly schema: GraphQLSchema;
  readonly context: Context;
  readonly store: Store;
  answer(query: string, variables?: Variables): Promise<ExecutionResult>;
  /** The data that a query gives. @throws when the answer has errors */
  ask<Data>(query: string, variables?: Variables): Promise<Data>;
  /** The message and the name of the error that a query is refused with. */
  refusal(query: string, variables?: Variables): Promise<{ readonly name: string; readonly message: string }>;
  close(): Promise<void>;
}

/** Opens the real database and builds the schema. */
export async function openRealApi(): Promise<RealApi> {
  const store = openRealStore();
  const [schema, context] = await Promise.all([createSchema(), createContext(cacheTopologies(store))]);
  const answer: RealApi["answer"] = (source, variableValues = {}) =>
    graphql({ schema, source, variableValues, contextValue: context });
  return {
    schema,
    context,
    store,
    answer,
    ask: async <Data>(query: string, variables?: Variables) => {
      const { data, errors } = await answer(query, variables);
      if (errors !== undefined) throw new Error(`${query} was answered with ${errors.join("; ")}`);
      return JSON.parse(JSON.stringify(data)) as Data;
    },
    refusal: async (query, variables) => {
      const { errors } = await answer(query, variables);
      const error = errors?.[0];
      if (error === undefined) throw new Error(`${query} was not refused`);
      return { name: error.originalError?.name ?? "GraphQLError", message: error.message };
    },
    close: async () => {
      await context.measurements.close();
      await store.close();
    },
  };
}
