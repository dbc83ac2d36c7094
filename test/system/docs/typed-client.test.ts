import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { spanningCouncils } from "../../../docs/typed-client/spanning-councils.js";
import { readExpected } from "../../support/lookup-facts.js";
import { type RealServer, startRealServer } from "../../support/real-server.js";
import { BUILD_TIMEOUT_MS } from "../../support/real-store.js";

const FOLDER = fileURLToPath(new URL("../../../docs/typed-client/", import.meta.url));
const INTROSPECTION = fileURLToPath(new URL("../../../schema/introspection.d.ts", import.meta.url));
const CLIENT = join(FOLDER, "spanning-councils.ts");

let server: RealServer;

beforeAll(async () => {
  server = await startRealServer();
}, BUILD_TIMEOUT_MS);
afterAll(() => server.stop());

describe("the typed client", () => {
  test("compiles", () => {
    expect(compileErrors()).toEqual([]);
  });

  test("does not compile with a field that the schema does not have", () => {
    expect(compileErrors((text) => text.replace("authority.name", "authority.title"))).not.toEqual([]);
  });

  test("gives the shares that the lookup has", async () => {
    const percents = (await spanningCouncils(`${server.address}/graphql`)).map(([, percent]) => percent.toFixed(9));
    const { spanning } = readExpected("stp-2017").tiers.UPPER;

    expect(percents).toEqual(spanning.map(({ shareOutsideMain }) => (100 * shareOutsideMain).toFixed(9)));
  });

  test("reads the current schema", () => {
    const folder = mkdtempSync(join(tmpdir(), "typed-client-"));
    const tada = fileURLToPath(new URL("../../../node_modules/gql.tada/bin/cli.js", import.meta.url));
    const output = join(folder, "introspection.d.ts");
    execFileSync(process.execPath, [tada, "generate-output", "-c", join(FOLDER, "tsconfig.json"), "-o", output]);

    expect(readFileSync(INTROSPECTION, "utf8")).toBe(readFileSync(output, "utf8"));
    rmSync(folder, { recursive: true });
  });
});

const libraries = new Map<string, ts.SourceFile | undefined>(); // parsed once: they are the same each time

/** The compiler's errors in the client, with its text changed or as it is. */
function compileErrors(change: (text: string) => string = (text) => text): readonly string[] {
  const { config } = ts.readConfigFile(join(FOLDER, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, FOLDER);
  const host = ts.createCompilerHost(options);
  const read = host.readFile;
  host.readFile = (path) => (path === CLIENT ? change(read(path) ?? "") : read(path));
  const source = host.getSourceFile;
  host.getSourceFile = (path, ...rest) => {
    if (path === CLIENT) return ts.createSourceFile(path, host.readFile(path) ?? "", ts.ScriptTarget.ES2023);
    const parsed = libraries.get(path) ?? source(path, ...rest);
    libraries.set(path, parsed);
    return parsed;
  };
  const program = ts.createProgram([CLIENT], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
}
