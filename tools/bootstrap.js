// Makes a clone ready to run, doing only what is not done yet. Needs nothing but Node itself.
import { spawn } from "node:child_process";
import { existsSync, lstatSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isUpToDate, recordSources, WEB_SOURCES } from "./source-hash.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";

/**
 * Installs packages, compiles the program, and builds the web pages and the database, each only where needed.
 *
 * @param parameters for the build of the database: `--geodata <folder>`
 */
export async function prepare(parameters = []) {
  await prepareProgram();
  await Promise.all([buildWeb(), runProgram(["build", "--if-needed", ...parameters])]);
}

/** The same before the program starts, which builds the database itself: beside the pages, when they are built too. */
export async function prepareToStart(parameters) {
  await install();
  if (isUpToDate("web", WEB_SOURCES)) return compileProgram();
  const built = compileProgram().then(() => runProgram(["build", "--if-needed", ...parameters]));
  await Promise.all([buildWeb(), built]);
}

/** Installs packages and compiles the program, each only where needed. */
export async function prepareProgram() {
  await install();
  await compileProgram();
}

/** Compiles the program where that is needed. */
export async function compileProgram() {
  await ifChanged("program", ["src", "packages/overlap/src", "tsconfig.json", "package-lock.json"], async () => {
    say("Compiling the program.");
    await compile();
  });
}

// Each module on its own, types stripped; `npm run typecheck` is where types are checked.
async function compile() {
  const { build } = await import("esbuild");
  const compileFolder = (folder, ...entryPoints) =>
    build({
      absWorkingDir: ROOT,
      entryPoints: [`${folder}src/**/*.ts`, ...entryPoints],
      outdir: `${folder}dist`,
      format: "esm",
      platform: "node",
      target: "node20",
      loader: { ".sql": "copy" },
      sourcemap: true,
      logLevel: "warning",
    });
  await Promise.all([compileFolder("", "src/store/schema.sql"), compileFolder("packages/overlap/")]);
}

/** Runs a command in the project's folder with this terminal; fails when it fails. */
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

/** What keeps a clone from being made ready, in words for the person who can change it. */
class SetupError extends Error {}

// A build makes much that lives shortly: room for it spares a tenth of its time.
const LARGE_SEMI_SPACE = "--max-semi-space-size=64"; // MB

/** Runs the compiled program, which says by itself what keeps it from ending well. */
export async function runProgram(parameters) {
  try {
    await run(process.execPath, [LARGE_SEMI_SPACE, "dist/cli/main.js", ...parameters]);
  } catch (error) {
    if (error instanceof CommandError && error.how === 1) throw new AlreadyReported();
    throw error;
  }
}

class CommandError extends SetupError {
  constructor(command, parameters, how) {
    super(`${command} ${parameters.join(" ")} ended with ${how}`);
    this.how = how;
  }
}

/** The program has failed and has said why. */
class AlreadyReported extends Error {}

async function install() {
  const installed = join(ROOT, "node_modules", ".package-lock.json");
  const isCurrent =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(ROOT, "package-lock.json")).mtimeMs;
  if (isCurrent) return;
  // npm ci would empty the folder that the link leads to, and with it another project.
  if (lstatSync(join(ROOT, "node_modules"), { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new SetupError("node_modules is a link and its packages are not those of package-lock.json; remove the link");
  }
  // From Node.js 22 on the database comes as a binary inside its package (src/store/sqlite.ts); nothing needs compiling.
  const hasPrebuiltBinary = Number(process.versions.node.split(".")[0]) >= 22;
  say(
    hasPrebuiltBinary
      ? "Installing packages."
      : "Installing packages. better-sqlite3 compiles for some minutes where no prebuilt binary can be had.",
  );
  await run(NPM, ["ci", "--no-audit", "--no-fund", ...(hasPrebuiltBinary ? ["--ignore-scripts"] : [])]);
}

async function buildWeb() {
  await ifChanged("web", WEB_SOURCES, async () => {
    say("Building the web pages.");
    await run(process.execPath, [
      "node_modules/vite/bin/vite.js",
      "build",
      "web",
      "--config",
      "web/vite.config.ts",
      "--logLevel",
      "warn",
    ]);
  });
}

/** Does a task unless it was done for just these files. */
async function ifChanged(name, sources, task) {
  if (isUpToDate(name, sources)) return;
  await task();
  recordSources(name, sources);
}

function say(what) {
  process.stderr.write(`${what}\n`);
}

/** Runs a task as a script's main part: what goes wrong is told in one line. */
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
