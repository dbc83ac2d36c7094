import { type GraphQLSchema, graphql } from "graphql";
import { servedSchema } from "../graphql/schema.js";
import type { Context } from "../graphql/world.js";
import { keptTopologies } from "../server/caches/kept-topologies.js";
import { storedContext } from "../server/data/stored-context.js";
import type { Store } from "../store/store.js";
import { type AnsweredExample, apiDoc } from "./api-doc.js";
import { type Example, readExamples } from "./example.js";

/** The API's documentation, its examples answered from a built file. */
export async function realApiDoc(store: Store, operationsFolder: string): Promise<string> {
  const schema = await servedSchema();
  const context = await storedContext(keptTopologies(store));
  const answered: AnsweredExample[] = [];
  for (const example of readExamples(operationsFolder)) answered.push(await answer(example, schema, context));
  return apiDoc(schema, answered);
}

async function answer(example: Example, schema: GraphQLSchema, contextValue: Context): Promise<AnsweredExample> {
  const { data, errors } = await graphql({ schema, source: example.operation, contextValue });
  if (errors !== undefined) throw new Error(`the example ${example.number} was refused: ${errors.join("; ")}`);
  return { ...example, data };
}
