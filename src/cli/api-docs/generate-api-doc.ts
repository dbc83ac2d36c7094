import { type GraphQLField, type GraphQLSchema, graphql, isSpecifiedScalarType } from "graphql";
import type { Context } from "../../api/context.js";
import { createSchema } from "../../api/graphql/schema.js";
import { compareText } from "../../model/by-code.js";
import { createContext } from "../../server/dataset/create-context.js";
import { cacheTopologies } from "../../server/dataset/topology-cache.js";
import type { Store } from "../../store/store.js";
import { type Example, readExamples } from "./example.js";
import { formatJson, truncateAnswer } from "./format-answer.js";
import { argumentsTable, renderType, typeLink } from "./render-type.js";

/** The API's documentation, its examples answered from a built file. */
export async function generateApiDoc(store: Store, operationsFolder: string): Promise<string> {
  const schema = await createSchema();
  const context = await createContext(cacheTopologies(store));
  const examples: AnsweredExample[] = [];
  for (const example of readExamples(operationsFolder)) examples.push(await answerExample(example, schema, context));
  return renderApiDoc(schema, examples);
}

async function answerExample(example: Example, schema: GraphQLSchema, contextValue: Context): Promise<AnsweredExample> {
  const { data, errors } = await graphql({ schema, source: example.operation, contextValue });
  if (errors !== undefined) throw new Error(`the example ${example.number} was refused: ${errors.join("; ")}`);
  return { ...example, data };
}

/** An example and the data it was answered with. */
export interface AnsweredExample extends Example {
  readonly data: unknown;
}

const INTRODUCTION = `# The GraphQL API

<!-- Written by \`npm run coterminous -- docs\` from the schema and schema/operations; a test keeps it true. -->

One endpoint, \`/graphql\`, answers POST with JSON and GET with \`?query=\`; in a browser it is the playground, with the
examples below as tabs. There are no keys and no accounts.

- A **share** is 0 to 1 and never rounded. Areas are square kilometres on the ellipsoid, thickness is metres, borders are
  kilometres, positions are longitude and latitude in degrees, WGS 84.
- An argument left out, or null, means its **default**; without \`edition\` the default edition answers.
- A **code** that is well formed and not there gives null; one that cannot be a code is refused with
  \`BAD_USER_INPUT\` and a message that says what would do. So is an edition that does not exist, and a question about people
  in an edition that does not know them.
- **Lists** that come in pages have \`nodes\`, \`totalCount\` and opaque cursors, up to 500 items a page, and are sorted by
  code unless their description says otherwise.

Every answer below is a real one, cut for reading: of a longer list two items, of a fraction four digits. The API cuts
nothing.`;

/**
 * The API's documentation as Markdown: every query with an example and its answer, then every type.
 *
 * @throws {Error} for a query without an example
 */
export function renderApiDoc(schema: GraphQLSchema, examples: readonly AnsweredExample[]): string {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).sort((a, b) =>
    compareText(
      `${bestExample(a.name, examples).number} ${a.name}`,
      `${bestExample(b.name, examples).number} ${b.name}`,
    ),
  );
  const shown = new Set<string>();
  const sections = queries.map((query) => querySection(query, examples, shown));
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => type !== schema.getQueryType() && !type.name.startsWith("__") && !isSpecifiedScalarType(type),
  );
  const contents = queries.map(
    ({ name, description }) => `- [${name}](#query${name.toLowerCase()}): ${firstSentence(description)}`,
  );
  return [INTRODUCTION, "## Queries", contents.join("\n"), ...sections, "## Types", ...types.map(renderType), ""]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

function querySection(
  { name, type, args, description }: GraphQLField<unknown, unknown>,
  examples: readonly AnsweredExample[],
  shown: Set<string>,
): string {
  const example = bestExample(name, examples);
  const isShown = shown.has(example.number);
  shown.add(example.number);
  const text = isShown ? `See the example “${example.question}” above.` : exampleText(example);
  return [`### Query.${name}`, `${description ?? ""} Gives ${typeLink(type)}.`, argumentsTable(args), text]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** The example that asks least besides. */
function bestExample(query: string, examples: readonly AnsweredExample[]): AnsweredExample {
  const [best] = examples
    .filter(({ queries }) => queries.includes(query))
    .toSorted((a, b) => new Set(a.queries).size - new Set(b.queries).size || compareText(a.number, b.number));
  if (best === undefined) throw new Error(`no file of schema/operations asks ${query}`);
  return best;
}

function exampleText({ question, notes, operation, data }: AnsweredExample): string {
  return [
    `**${question}**`,
    notes,
    `\`\`\`graphql\n${operation}\n\`\`\``,
    `\`\`\`json\n${formatJson(truncateAnswer(data))}\n\`\`\``,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function firstSentence(text: string | null | undefined): string {
  return /^.*?[.?](?= |$)/.exec(text ?? "")?.[0] ?? "";
}
