// npm run words: keeps the project's old dialect out of prose, messages and names. The list is tools/words.json.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COVERED = ["src", "web", "packages", "tools", "bench", "docs", "README.md", "CONTRIBUTING.md", ".github"];
const { prose, names, participles, exempt } = JSON.parse(readFileSync(new URL("words.json", import.meta.url), "utf8"));

const IRREGULAR = new Set(participles.irregular.split(" "));
// Verbs that end in -ed, and adjectives that belong to the noun: a signed area is a kind of area.
const ALLOWED = new Set([...participles.verbs.split(" "), ...participles.adjectives.split(" ")]);
const PROSE = prose.map((rule) => ({ ...rule, pattern: new RegExp(rule.not, "g") }));
const NAMES = names.map((rule) => ({ ...rule, pattern: new RegExp(rule.not, "g") }));

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "--", ...COVERED], {
  cwd: ROOT,
  encoding: "utf8",
})
  .split("\n")
  .filter((file) => /\.(tsx?|m?js|md|sql|css|html|ya?ml)$/.test(file) && !exempt.includes(file));

let count = 0;
for (const file of files) {
  let text;
  try {
    text = readFileSync(`${ROOT}${file}`, "utf8");
  } catch {
    continue; // deleted, not committed yet
  }
  for (const rule of [...PROSE, ...NAMES]) {
    for (const { index, 0: found } of text.matchAll(rule.pattern)) {
      report(file, lineAt(text, index), `"${found}": say ${rule.say}`);
    }
  }
  if (/\.tsx?$/.test(file)) checkFunctionNames(file, text);
}
console.error(count === 0 ? `words: ${files.length} files checked` : `words: ${count} to change (tools/words.json)`);
process.exitCode = count === 0 ? 0 : 1;

/** A function is named by a verb or by the noun it gives, never by a participle. */
function checkFunctionNames(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const visit = (node) => {
    const name = functionName(node);
    if (name !== null && isParticiple(name.text.match(/^[a-z]+/)?.[0] ?? "")) {
      report(
        file,
        source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1,
        `function ${name.text}: name it by a verb or a noun`,
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

function functionName(node) {
  if (
    (ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isMethodSignature(node)) &&
    node.name &&
    ts.isIdentifier(node.name)
  ) {
    return node.name;
  }
  const isHolder = ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node);
  if (!isHolder || !node.initializer || !ts.isIdentifier(node.name)) return null;
  return ts.isArrowFunction(node.initializer) || ts.isFunctionExpression(node.initializer) ? node.name : null;
}

function isParticiple(word) {
  return !ALLOWED.has(word) && (IRREGULAR.has(word) || /ed$/.test(word));
}

function report(file, line, message) {
  count += 1;
  console.error(`${file}:${line}: ${message}`);
}

function lineAt(text, index) {
  return text.slice(0, index).split("\n").length;
}
