import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { Authority, AuthorityType, Footprint, Member, Tier } from "../../src/model/area.js";
import type { AuthorityCode, FootprintCode, MemberCode } from "../../src/model/code.js";
import type { Edition } from "../../src/model/edition.js";
import { type IndexedFacts, indexFacts } from "../../src/model/facts.js";
import type { Overlap } from "../../src/model/overlap.js";

type Row = Readonly<Record<string, string>>;
type Pair = readonly [footprint: string, other: string, blocks: number, people: number];
type People = readonly [code: string, people: number];

/** What test/expected says of one tier, as far as these tests read it. */
interface ExpectedTier {
  readonly authorityCount: number;
  readonly pairCount: number;
  readonly verdictCounts: Readonly<Record<string, number>>;
  readonly wholeMapAgreement: Readonly<
    Record<"footprintGivenAuthority" | "authorityGivenFootprint" | "vMeasure", number>
  >;
  readonly countiesWithFivePercentInTwo?: readonly string[];
  readonly spanning: readonly {
    readonly code: string;
    readonly footprintCount: number;
    readonly mainFootprint: string;
    readonly shareOutsideMain: number;
  }[];
  readonly sensitivity: Readonly<
    Record<
      string,
      readonly {
        readonly fromShare: number;
        readonly toShare: number;
        readonly count: number;
        readonly leaveAbove: readonly string[];
      }[]
    >
  >;
  readonly bestFit: {
    readonly authoritiesMoved: number;
    readonly moveCount: number;
    readonly peopleMoved: number;
    readonly moves: readonly (readonly [string, string, string, number])[];
    readonly footprintPeopleAfter: readonly People[];
  };
  readonly footprints: readonly { readonly code: string; readonly verdict: string; readonly agreement: number }[];
  readonly authorities: readonly People[];
  readonly pairs: readonly Pair[];
}

export interface Expected {
  readonly people: number;
  readonly footprints: readonly People[];
  readonly members: readonly People[];
  readonly memberPairs: readonly Pair[];
  readonly tiers: Readonly<Record<Tier, ExpectedTier>>;
}

/** The answers that the lookup tables alone give for an edition. */
export function readExpected(edition: string): Expected {
  return JSON.parse(readFileSync(`test/expected/${edition}.json`, "utf8")) as Expected;
}

const THICK_M = 5_000;
const BLOCK_AREA_M2 = 4e6;
const TYPES: Readonly<Record<string, AuthorityType>> = {
  E06: "UNITARY",
  E07: "DISTRICT",
  E08: "METROPOLITAN_DISTRICT",
  E09: "LONDON_BOROUGH",
  E10: "COUNTY",
};

/**
 * Facts of an edition from its tables and the lookup, without its boundaries: people are true to the last person, every
 * overlap is thick, and land is counted in blocks of 4 km2 each.
 */
export function lookupFacts(edition: string): IndexedFacts {
  const tables = `geodata/${edition}`;
  const from = readExpected(edition);
  const areas = rows(`${tables}/areas.csv`);
  const aliases = rows(`${tables}/aliases.csv`);
  const nameFields = (layer: string, code: string) => {
    const area = areas.find((row) => row.layer === layer && row.code === code);
    return {
      name: area?.name ?? "",
      odsCode: area?.ods_code || null,
      aliases: aliases.filter((row) => row.code === code).map((row) => row.alias ?? ""),
    };
  };

  const tierOfLayer = { UPPER: "upper_tier", LOWER: "lower_tier" } as const;
  const overlapBySides = new Map<string, Overlap>();
  const authorityByCode = new Map<string, Authority>();
  for (const tier of ["UPPER", "LOWER"] as const) {
    const { pairs, authorities } = from.tiers[tier];
    for (const [footprint, authority, blocks, people] of pairs) {
      const known = overlapBySides.get(footprint + authority);
      const isOnly = pairs.filter(([, code]) => code === authority).length === 1;
      overlapBySides.set(footprint + authority, {
        footprintCode: footprint as FootprintCode,
        authorityCode: authority as AuthorityCode,
        tiers: known === undefined ? [tier] : [...known.tiers, tier],
        areaM2: blocks * BLOCK_AREA_M2,
        population: people,
        thicknessM: THICK_M,
        outsideThicknessM: isOnly ? 0 : THICK_M,
      });
    }
    for (const [code, people] of authorities) {
      const { name, aliases } = nameFields(tierOfLayer[tier], code);
      authorityByCode.set(code, {
        code: code as AuthorityCode,
        name,
        aliases,
        type: TYPES[code.slice(0, 3)] ?? "UNITARY",
        tiers: [...(authorityByCode.get(code)?.tiers ?? []), tier],
        ...blockTotals(
          pairs.filter(([, authority]) => authority === code),
          people,
        ),
      });
    }
  }

  const footprints = from.footprints.map(
    ([code, people]): Footprint => ({
      code: code as FootprintCode,
      ...nameFields("footprints", code),
      ...blockTotals(
        from.tiers.UPPER.pairs.filter(([footprint]) => footprint === code),
        people,
      ),
    }),
  );
  return indexFacts({
    edition: JSON.parse(readFileSync(`${tables}/edition.json`, "utf8")) as Edition,
    footprints,
    authorities: sortByKey(authorityByCode.values(), ({ code }) => code),
    members: from.members.map(
      ([code, people]): Member => ({
        code: code as MemberCode,
        footprintCode: (from.memberPairs.find(([, member]) => member === code)?.[0] ?? "") as FootprintCode,
        ...nameFields("members", code),
        ...blockTotals(
          from.memberPairs.filter(([, member]) => member === code),
          people,
        ),
      }),
    ),
    overlaps: sortByKey(overlapBySides.values(), ({ footprintCode, authorityCode }) => footprintCode + authorityCode),
    fits: footprints.flatMap(({ code }) =>
      (["UPPER", "LOWER"] as const).map((tier) => ({
        footprintCode: code,
        tier,
        thickestDisagreementM: 0,
        uncoveredThicknessM: 0,
      })),
    ),
    borders: [],
    quality: { worstResidual: 0, checks: [] },
    schemes: rows(`${tables}/schemes.csv`).map((row) => ({
      measure: row.measure ?? "",
      rating: row.rating ?? "",
      label: row.label ?? "",
      rank: numberOrNull(row.rank),
      publishedTotal: numberOrNull(row.published_total),
    })),
    ratings: rows(`${tables}/ratings.csv`).map((row) => ({
      footprintCode: row.footprint as FootprintCode,
      measure: row.measure ?? "",
      rating: row.rating ?? "",
      confidence: row.confidence ?? "",
      sources: (row.sources ?? "").split(" ; "),
    })),
    claims: rows(`${tables}/claims.csv`).map((row) => ({
      id: row.id ?? "",
      kind: row.kind ?? "",
      subject: row.subject || null,
      value: row.reported ?? "",
      statement: row.statement ?? "",
      source: row.source ?? "",
    })),
    parts: rows(`${tables}/parts.csv`).map((row) => ({
      footprintCode: row.footprint as FootprintCode,
      name: row.part ?? "",
      memberCodes: (row.members ?? "").split(" ") as MemberCode[],
      source: row.source ?? "",
    })),
    leaders: rows(`${tables}/leaders.csv`).map((row) => ({
      footprintCode: row.footprint as FootprintCode,
      name: row.name ?? "",
      organisation: row.organisation ?? "",
      sector: row.sector ?? "",
      source: row.source ?? "",
    })),
  });
}

/** A table of an edition; no rows where the edition does not have it. */
function rows(path: string): readonly Row[] {
  try {
    return parse(readFileSync(path), { columns: true }) as Row[];
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}

function blockTotals(pairs: readonly Pair[], people: number) {
  return {
    areaM2: pairs.reduce((sum, [, , blocks]) => sum + blocks, 0) * BLOCK_AREA_M2,
    population: people,
    bbox: [0, 0, 1, 1] as const,
    centre: [0.5, 0.5] as const,
  };
}

function sortByKey<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Item[] {
  return [...items].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined || text === "" ? null : Number(text);
}
