// Makes a clone ready to run, and does only the steps that are still missing. Needs Node.js alone.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isUpToDate, recordSources, WEB_SOURCES } from "./source-hash.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/**
 * Installs packages, compiles the program, and builds the web pages and the database, each only when out of date.
 *
 * @param parameters of the database build: `--geodata <folder>`
 */
export async function prepare(parameters = []) {
  await prepareProgram();
  await Promise.all([buildWeb(), runProgram(["build", "--if-needed", ...parameters])]);
}

/** The same before `start`, which builds the database itself; when the pages are built too, both are built side by side. */
export async function prepareToStart(parameters) {
  await install();
  if (isUpToDate("web", WEB_SOURCES)) return compileProgram();
  const built = compileProgram().then(() => runProgram(["build", "--if-needed", ...parameters]));
  await Promise.all([buildWeb(), built]);
}

/** Installs packages and compiles the program, each only when out of date. */
export async function prepareProgram() {
  await install();
  await compileProgram();
}

/** Compiles the program when it is out of date. */
export async function compileProgram() {
  await ifChanged("program", ["src", "packages/overlap/src", "tsconfig.json", "package-lock.json"], async () => {
    say("Compiling the program.");
    await compile();
  });
}

// Module by module, types stripped; `npm run typecheck` checks types.
async function compile() {
  const { build } = await import("esbuild");
  const compileFolder = async (folder, ...entryPoints) => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [`${folder}src/**/*.ts`, ...entryPoints],
      outdir: `${folder}dist`,
      format: "esm",
      platform: "node",
      target: "node20",
      loader: { ".sql": "copy" },
      sourcemap: true,
      metafile: true,
      logLevel: "warning",
    });
    removeStale(`${folder}dist`, metafile.outputs);
  };
  await Promise.all([compileFolder("", "src/store/schema.sql"), compileFolder("packages/overlap/")]);
}

/** Removes modules whose source has gone: they would be packed, and counted in the hash of the program's code. */
function removeStale(folder, outputs) {
  for (const name of readdirSync(join(ROOT, folder), { recursive: true })) {
    const path = `${folder}/${name.replaceAll("\\", "/")}`;
    const isModule = /\.(js|js\.map|sql)$/.test(path) && !path.startsWith("dist/web/");
    if (isModule && !(path in outputs)) rmSync(join(ROOT, path));
  }
}

/** Runs a command in the project's folder, with this terminal. @throws {CommandError} when it fails */
export function run(command, parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, parameters, { cwd: ROOT, stdio: "inherit", shell: command === "npm.cmd" });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (code === 0) resolve();
      else reject(new CommandError(command, parameters, code ?? signal));
    });
  });
}

/** A clone cannot be made ready; the message alone is printed. */
class SetupError extends Error {}

// A build allocates many short-lived objects: a larger young generation saves a tenth of its time.
const LARGE_SEMI_SPACE = "--max-semi-space-size=64"; // MB

/** Runs the compiled program, which prints its own errors. */
export async function runProgram(parameters) {
  try {
    await run(process.execPath, [LARGE_SEMI_SPACE, "dist/cli/main.js", ...parameters]);
  } catch (error) {
    if (error instanceof CommandError && error.exit === 1) throw new AlreadyReported();
    throw error;
  }
}

class CommandError extends SetupError {
  constructor(command, parameters, exit) {
    super(`${command} ${parameters.join(" ")} ended with ${exit}`);
    this.exit = exit;
  }
}

/** The program has failed and has printed why. */
class AlreadyReported extends Error {}

async function install() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs;
  if (isCurrent) return;
  // npm ci would empty the folder that the link leads to, which belongs to another project.
  if (lstatSync(join(ROOT, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupError("node_modules is a link and its packages are not those of package-lock.json; remove the link");
  }
  // From Node.js 22 on, SQLite comes as a binary inside its package (src/store/sqlite.ts).
  const hasPrebuiltBinary = Number(process.versions.node.split(".")[0]) >= 22;
  say(
    hasPrebuiltBinary
      ? "Installing packages."
      : "Installing packages. better-sqlite3 compiles for some minutes if no prebuilt binary can be downloaded.",
  );
  await run(NPM, ["ci", "--no-audit", "--no-fund", ...(hasPrebuiltBinary ? ["--ignore-scripts"] : [])]);
}

/** Builds the web pages when they are out of date. */
export async function buildWeb() {
  await ifChanged("web", WEB_SOURCES, async () => {
    say("Building the web pages.");
    const vite = ["node_modules/vite/bin/vite.js", "build", "web", "--config", "web/vite.config.ts"];
    await run(process.execPath, [...vite, "--logLevel", "warn"]);
  });
}

/** Runs a task unless its output was made from these very files. */
async function ifChanged(name, sources, task) {
  if (isUpToDate(name, sources)) return;
  await task();
  recordSources(name, sources);
}

function say(message) {
  process.stderr.write(`${message}\n`);
}

/** Runs a script's task; an expected error is printed as one line. */
export async function main(task) {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof AlreadyReported)) {
      say(error instanceof SetupError ? error.message : String(error?.stack ?? error));
    }
    process.exitCode = 1;
  }
}
