import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, Option } from "commander";
import { type Config, shellCommand } from "../config.js";
import type { ImportedEdition } from "../import/import-edition.js";
import { ImportError } from "../import/import-error.js";
import { type ImportOptions, LAYER_FLAGS, type LayerRequest } from "../import/import-options.js";
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
  upper_tier: "authorities, the upper tier or the only one",
  lower_tier: "authorities, the lower tier or the only one",
  members: "parts of footprints",
};

/** Adds `import`: published boundaries become an edition. */
export function registerImport(commands: Command, defaults: Config): void {
  const command = commands
    .command("import")
    .description(
      "make an edition of boundaries as published (GeoJSON, TopoJSON, Shapefile, GeoPackage, FlatGeobuf, KML)",
    )
    .argument("<edition>", "its id: lower-case letters, digits and hyphens, such as police-2025");
  for (const layer of LAYER_NAMES) {
    command.option(`${LAYER_FLAGS[layer]} <file>`, `${LAYER_TEXTS[layer]}; file#layer where a file holds several`);
  }
  for (const flag of LAYER_NAMES.map((layer) => LAYER_FLAGS[layer])) {
    command.option(`${flag}-code <column>`, `the column of their codes; guessed when left out`);
    command.option(`${flag}-name <column>`, `the column of their names; guessed when left out`);
    command.option(`${flag}-crs <crs>`, `the system of their coordinates: EPSG:27700, or +proj=…`);
    command.addOption(
      new Option(`${flag}-axes <order>`, "yx when latitude or northing comes first").choices(["xy", "yx"]),
    );
  }
  command
    .option("--weights <file>", "people: a CSV of points (lon, lat, population), or polygons with a count")
    .option("--weights-count <column>", "the column of the counts; guessed when left out")
    .option("--weights-crs <crs>", "the system of their coordinates")
    .option("--weights-basis <words>", 'what the numbers are: "Census 2021 residents"')
    .option("--ratings <file>", "a CSV of ratings: footprint (code or name), measure, rating, source")
    .option("--claims <file>", "a CSV of claims: id, kind, subject, reported, statement, source")
    .option("--crs <crs>", "the system of all layers' coordinates")
    .option(...GEODATA_OPTION)
    .option("--title <text>", "the edition's title")
    .option("--date <day>", "the day the boundaries stood as given: 2025-04-01; today when left out")
    .option("--footprint-kind <words>", 'what a footprint is called: "police force"')
    .option("--authority-kind <words>", 'what an authority is called: "council"')
    .option("--member-kind <words>", 'what a member is called: "neighbourhood"')
    .option(
      "--tolerance <metres>",
      "overlaps no thicker than this are slivers; derived from the boundaries when left out",
    )
    .option("--publisher <text>", "who published the files")
    .option("--licence <text>", "under which licence")
    .option("--attribution <text>", "the sentence that the licence asks for")
    .option("--replace", "put it in the place of an edition of the same id")
    .option("--no-build", `only write the edition's folder; \`${START}\` builds it`)
    .action(async (edition: string, options: Options) => {
      const config = resolveGeodataDir(defaults, options as GeodataFlag);
      // What was imported is let go before the build: boundaries of a large layer take as much memory as the build itself.
      process.stdout.write(
        formatReport(await runImport(parseImportOptions(edition, options), config, options.replace === true)),
      );
      if (options.build === false) process.stdout.write(`\`${START}\` builds and serves it.\n`);
      else await buildAfterImport(config, edition);
    });
}

// A folder that is not there is made, but only when there is something to put into it.
function resolveGeodataDir(defaults: Config, flag: GeodataFlag): Config {
  const userGeodataDir = flag.geodata === undefined ? defaults.userGeodataDir : resolve(flag.geodata);
  return userGeodataDir !== null && !existsSync(userGeodataDir)
    ? { ...defaults, userGeodataDir }
    : withGeodataDir(defaults, flag);
}

async function runImport(plan: ImportOptions, config: Config, isReplacing: boolean): Promise<ImportedEdition> {
  const { userGeodataDir: geodataFolder, geodataFolder: shippedFolder } = config;
  if (geodataFolder === null) {
    const what = "COTERMINOUS_GEODATA is empty: there is no folder for editions of your own";
    throw new ImportError({ where: "import", what, remedy: "name one with --geodata" });
  }
  const { importEdition } = await import("../import/import-edition.js"); // nothing else needs its readers
  const progress = startProgress({ title: "Importing", steps: Object.keys(plan.layers).length + 3 });
  try {
    const step = (what: string) => progress.step(what);
    return await importEdition(plan, { geodataFolder, shippedFolder, isReplacing, step });
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

function parseDate(day: string | null): string | null {
  if (day === null) return null;
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(day)) return day;
  throw new ImportError({
    where: "--date",
    what: `${JSON.stringify(day)} is no day`,
    remedy: "write it as 2025-04-01",
  });
}

const MAX_TOLERANCE_M = 100_000;

function parseTolerance(metres: string | null): number | null {
  if (metres === null) return null;
  const value = Number(metres);
  if (value >= 0 && value <= MAX_TOLERANCE_M) return value;
  const what = `${JSON.stringify(metres)} is no number of metres`;
  throw new ImportError({ where: "--tolerance", what, remedy: `give one from 0 to ${MAX_TOLERANCE_M}` });
}

function formatReport({ folder, layers, toleranceM, notes }: ImportedEdition): string {
  const read = layers.map(({ file, statements }) => `  ${file.file}: ${statements.join("; ")}`);
  return `${[`${folder} is ready, with a tolerance of ${toleranceM} m.`, ...read, ...notes.map((note) => `  ${note}`)].join("\n")}\n`;
}
