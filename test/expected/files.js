// Reading a plain CSV table and writing JSON with one record a line. Used only by the scripts in this folder.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const LINE_WIDTH = 120;

/** Reads a CSV file without quoted fields: its rows as objects, and the SHA-256 of its bytes. */
export function readTable(path, columns) {
  const bytes = readFileSync(path);
  const [header, ...lines] = bytes.toString("utf8").trimEnd().split(/\r?\n/);
  const names = header.split(",");
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    throw new Error(`${path}: no column ${missing.join(", ")}`);
  }
  const rows = lines.map((line, index) => {
    const fields = line.split(",");
    if (line.includes('"') || fields.length !== names.length) {
      throw new Error(`${path}, line ${index + 2}: expected ${names.length} plain fields: ${line}`);
    }
    return Object.fromEntries(names.map((name, position) => [name, fields[position]]));
  });
  return { rows, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Writes JSON in the layout that the project's formatter keeps: short records on one line, the rest indented. */
export function writeJson(path, value) {
  writeFileSync(path, `${layOut(value, "", 0)}\n`);
}

function layOut(value, indent, before) {
  if (!isCompound(value)) {
    return JSON.stringify(value);
  }
  const oneLine = inline(value);
  if (isRecord(value) && indent.length + before + oneLine.length < LINE_WIDTH) {
    return oneLine;
  }
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? value.map((item) => inner + layOut(item, inner, 0))
    : Object.entries(value).map(([key, item]) => `${inner}"${key}": ${layOut(item, inner, key.length + 4)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${lines.join(",\n")}\n${indent}${close}`;
}

const isCompound = (value) => typeof value === "object" && value !== null;

/** Holds nothing but plain values and lists of plain values, or is a list of one such record. */
function isRecord(value) {
  if (Array.isArray(value)) {
    return value.every((item) => !isCompound(item)) || (value.length === 1 && isRecord(value[0]));
  }
  return Object.values(value).every((item) => !isCompound(item) || (Array.isArray(item) && isRecord(item)));
}

function inline(value) {
  if (!isCompound(value)) {
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(", ")}]`;
  }
  return `{ ${Object.entries(value)
    .map(([key, item]) => `"${key}": ${inline(item)}`)
    .join(", ")} }`;
}
