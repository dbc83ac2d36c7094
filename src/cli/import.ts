import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { type Config, shellCommand } from "../config.js";
import type { ImportedEdition } from "../import/import-edition.js";
import { ImportError } from "../import/import-error.js";
import { type ImportOptions, LAYER_FLAGS, type LayerRequest, MAX_TOLERANCE_M } from "../import/import-options.js";
import { parseEditionId } from "../model/code.js";
import { LAYER_NAMES, type LayerName } from "../model/layer.js";
import { build } from "../pipeline/build.js";
import { reportSkippedEditions } from "./build.js";
import { GEODATA_OPTION, type GeodataFlag, withGeodataDir } from "./geodata-option.js";
import { startProgress } from "./progress.js";

type Options = Readonly<Record<string, string | boolean | undefined>>;

const START = shellCommand("start");

const LAYER_TEXTS: Readonly<Record<LayerName, string>> = {
  footprints: "the footprints: boards, forces, catchments",
  upper_tier: "the authorities of the upper tier, or of the only one",
  lower_tier: "the authorities of the lower tier, or of the only one",
  members: "parts of footprints",
};

/** Flags and their descriptions, in the order of --help. */
type FlagTable = readonly (readonly [flag: string, description: string])[];

const LAYER_FILE_FLAGS: FlagTable = LAYER_NAMES.map((layer) => [
  `${LAYER_FLAGS[layer]} <file>`,
  `${LAYER_TEXTS[layer]}; file#layer for one of several layers`,
]);

const LAYER_DETAIL_FLAGS: FlagTable = LAYER_NAMES.map((layer) => LAYER_FLAGS[layer]).flatMap((flag) => [
  [`${flag}-code <column>`, "the column of the codes (default: guessed)"],
  [`${flag}-name <column>`, "the column of the names (default: guessed)"],
  [`${flag}-crs <crs>`, "the coordinate system: EPSG:27700, or +proj=… (default: as the file declares)"],
  [`${flag}-axes <order>`, "yx when latitude or northing comes first"],
]);

const TABLE_FLAGS: FlagTable = [
  ["--weights <file>", "the population: a CSV of points (lon, lat, population), or polygons with a count"],
  ["--weights-count <column>", "the column of the counts (default: guessed)"],
  ["--weights-crs <crs>", "the coordinate system of the population's polygons"],
  ["--weights-basis <words>", 'what the population counts: "Census 2021 residents"'],
  ["--ratings <file>", "a CSV of ratings: footprint (code or name), measure, rating, source"],
  ["--claims <file>", "a CSV of claims: id, kind, subject, reported, statement, source"],
  ["--crs <crs>", "the coordinate system of all layers"],
];

const EDITION_FLAGS: FlagTable = [
  ["--title <text>", "the title of the edition"],
  ["--date <date>", "the date that the boundaries are as of: 2025-04-01 (default: today)"],
  ["--footprint-kind <words>", 'the word for a footprint: "police force"'],
  ["--authority-kind <words>", 'the word for an authority: "council"'],
  ["--member-kind <words>", 'the word for a member: "neighbourhood"'],
  ["--tolerance <metres>", "maximum thickness of a sliver (default: derived from the boundaries)"],
  ["--publisher <text>", "the publisher of the files"],
  ["--licence <text>", "the licence of the files"],
  ["--attribution <text>", "the attribution that the licence requires"],
  ["--replace", "replace the edition of the same id"],
  ["--no-build", `only write the edition's folder; \`${START}\` builds it`],
];

/** Adds `import`: published boundaries become an edition. */
export function registerImport(commands: Command, defaults: Config): void {
  const command = commands
    .command("import")
    .description(
      "make an edition from published boundaries (GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, KML)",
    )
    .argument("<edition>", "its id: lower-case letters, digits and hyphens, such as police-2025")
    .action((edition: string, options: Options) => importAndBuild(edition, options, defaults));
  const flags = [...LAYER_FILE_FLAGS, ...LAYER_DETAIL_FLAGS, ...TABLE_FLAGS, GEODATA_OPTION, ...EDITION_FLAGS];
  for (const [flag, description] of flags) {
    const option = new Option(flag, description);
    command.addOption(flag.endsWith("-axes <order>") ? option.choices(["xy", "yx"]) : option);
  }
}

async function importAndBuild(edition: string, options: Options, defaults: Config): Promise<void> {
  const config = resolveGeodataDir(defaults, options as GeodataFlag);
  // The imported layers are garbage before the build starts: they need as much memory as the build itself.
  process.stdout.write(
    formatReport(await runImport(parseImportOptions(edition, options), config, options.replace === true)),
  );
  if (options.build === false) process.stdout.write(`\`${START}\` builds and serves it.\n`);
  else await buildAfterImport(config, edition);
}

// A missing folder is created later, once there is an edition to write.
function resolveGeodataDir(defaults: Config, flag: GeodataFlag): Config {
  const userGeodataDir = flag.geodata === undefined ? defaults.userGeodataDir : resolve(flag.geodata);
  return userGeodataDir !== null && !existsSync(userGeodataDir)
    ? { ...defaults, userGeodataDir }
    : withGeodataDir(defaults, flag);
}

async function runImport(options: ImportOptions, config: Config, isReplacing: boolean): Promise<ImportedEdition> {
  const { userGeodataDir: geodataFolder, geodataFolder: shippedFolder } = config;
  if (geodataFolder === null) {
    const what = "COTERMINOUS_GEODATA is empty, so there is no folder for your editions";
    throw new ImportError({ where: "import", what, remedy: "name one with --geodata" });
  }
  const { importEdition } = await import("../import/import-edition.js"); // loaded here: no other command needs its readers
  const progress = startProgress({ title: "Importing", steps: Object.keys(options.layers).length + 3 });
  try {
    const step = (what: string) => progress.step(what);
    return await importEdition(options, { geodataFolder, shippedFolder, isReplacing, step });
  } finally {
    progress.done();
  }
}

async function buildAfterImport(config: Config, edition: string): Promise<void> {
  await build({ ...config, startProgress });
  if (reportSkippedEditions(config.storePath)) process.exitCode = 1;
  process.stdout.write(
    `It is in the database: a running server loads it by itself, \`${START}\` starts one. In queries say edition: "${edition}".\n`,
  );
}

function parseImportOptions(edition: string, options: Options): ImportOptions {
  const layers: Partial<Record<LayerName, LayerRequest>> = {};
  for (const layer of LAYER_NAMES) {
    const request = layerRequest(LAYER_FLAGS[layer].slice("--".length), options);
    if (request !== null) layers[layer] = request;
  }
  return {
    id: parseEditionId(edition),
    layers,
    weights: layerRequest("weights", options),
    weightsBasis: optionText(options.weightsBasis),
    ratings: optionText(options.ratings),
    claims: optionText(options.claims),
    title: optionText(options.title),
    date: parseDate(optionText(options.date)),
    footprintKind: optionText(options.footprintKind),
    authorityKind: optionText(options.authorityKind),
    memberKind: optionText(options.memberKind),
    toleranceM: parseTolerance(optionText(options.tolerance)),
    publisher: optionText(options.publisher),
    licence: optionText(options.licence),
    attribution: optionText(options.attribution),
  };
}

function layerRequest(flag: string, options: Options): LayerRequest | null {
  const address = optionText(options[flag]);
  if (address === null) return null;
  return {
    address,
    code: optionText(options[`${flag}Code`]),
    name: optionText(options[`${flag}Name`]) ?? optionText(options[`${flag}Count`]),
    crs: optionText(options[`${flag}Crs`]) ?? optionText(options.crs),
    isSwapped: options[`${flag}Axes`] === "yx",
  };
}

function optionText(option: string | boolean | undefined): string | null {
  return typeof option === "string" && option.trim() !== "" ? option.trim() : null;
}

function parseDate(date: string | null): string | null {
  if (date === null) return null;
  const time = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(date)) return date;
  const what = `${JSON.stringify(date)} is not a date`;
  throw new ImportError({ where: "--date", what, remedy: "write it as 2025-04-01" });
}

function parseTolerance(metres: string | null): number | null {
  if (metres === null) return null;
  const value = Number(metres);
  if (value >= 0 && value <= MAX_TOLERANCE_M) return value;
  const what = `${JSON.stringify(metres)} is not a number of metres`;
  throw new ImportError({ where: "--tolerance", what, remedy: `give a number from 0 to ${MAX_TOLERANCE_M}` });
}

function formatReport({ folder, layers, toleranceM, notes }: ImportedEdition): string {
  const read = layers.map(({ file, statements }) => `${file.file}: ${statements.join("; ")}.`);
  const details = [...read, ...notes].map((line) => `  ${line}`);
  return `${[`${folder} is ready, with a tolerance of ${toleranceM} m.`, ...details].join("\n")}\n`;
}
