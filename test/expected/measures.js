// What the block tables alone say about one tier of councils. A pair is { footprint, authority, blocks, people }:
// one footprint and one council that have at least one block in common. People are the only weight here.

const TYPES = {
  ALL: "E",
  UNITARY: "E06",
  DISTRICT: "E07",
  METROPOLITAN_DISTRICT: "E08",
  LONDON_BOROUGH: "E09",
  COUNTY: "E10",
};
const byCode = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Groups items by a key: a Map in the order of the keys. */
export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return new Map([...groups].sort(([a], [b]) => byCode(a, b)));
}

/** One council with its pairs, the one with the most people first (ties: the lower footprint code). */
function authoritiesOf(pairs) {
  return [...groupBy(pairs, (pair) => pair.authority)].map(([code, own]) => {
    const pieces = own.toSorted((a, b) => b.people - a.people || byCode(a.footprint, b.footprint));
    return { code, pieces, people: sum(own.map((pair) => pair.people)), main: pieces[0].footprint };
  });
}

/** The share that its second largest piece has: the largest least share at which the council still spans. */
const secondShare = (authority) => authority.pieces[1].people / authority.people;
const spans = (authority) => authority.pieces.length > 1;

function spanningOf(authorities) {
  return authorities
    .filter(spans)
    .map(({ code, pieces, people, main }) => ({
      code,
      footprintCount: pieces.length,
      mainFootprint: main,
      shareOutsideMain: (people - pieces[0].people) / people,
    }))
    .sort((a, b) => b.shareOutsideMain - a.shareOutsideMain || byCode(a.code, b.code));
}

/** Ranges of the least share, each above fromShare (the first from 0 itself) and up to and including toShare. */
function sensitivityOf(authorities) {
  const groups = [...groupBy(authorities.filter(spans), secondShare)].sort(([a], [b]) => a - b);
  let remaining = sum(groups.map(([, group]) => group.length));
  let fromShare = 0;
  const steps = [];
  for (const [toShare, group] of groups) {
    steps.push({ fromShare, toShare, count: remaining, leaveAbove: group.map((authority) => authority.code) });
    remaining -= group.length;
    fromShare = toShare;
  }
  return [...steps, { fromShare, toShare: 1, count: remaining, leaveAbove: [] }];
}

function verdictOf(own, wholeCodes) {
  const allWhole = own.every((pair) => wholeCodes.has(pair.authority));
  if (own.length === 1) {
    return allWhole ? "SAME_AS_ONE" : "PART_OF_ONE";
  }
  return allWhole ? "UNION_OF_WHOLE" : "CROSSES";
}

/** Jaccard index, by people, of the footprint and the union of the councils with over half of their people in it. */
function agreementOf(own, peopleOf) {
  const union = own.filter((pair) => 2 * pair.people > peopleOf.get(pair.authority));
  const inBoth = sum(union.map((pair) => pair.people));
  const footprint = sum(own.map((pair) => pair.people));
  const councils = sum(union.map((pair) => peopleOf.get(pair.authority)));
  return inBoth / (footprint + councils - inBoth);
}

function footprintVerdicts(pairs, authorities) {
  const wholeCodes = new Set(authorities.filter((authority) => !spans(authority)).map((authority) => authority.code));
  const peopleOf = new Map(authorities.map((authority) => [authority.code, authority.people]));
  return [...groupBy(pairs, (pair) => pair.footprint)].map(([code, own]) => ({
    code,
    verdict: verdictOf(own, wholeCodes),
    agreement: agreementOf(own, peopleOf),
  }));
}

/** Homogeneity, completeness and V-measure (Rosenberg and Hirschberg 2007), natural logarithms. */
function wholeMapAgreement(pairs) {
  const total = sum(pairs.map((pair) => pair.people));
  const peopleBy = (key) => [...groupBy(pairs, key).values()].map((own) => sum(own.map((pair) => pair.people)));
  const entropy = (parts) =>
    -sum(parts.filter((part) => part > 0).map((part) => (part / total) * Math.log(part / total)));
  const footprints = entropy(peopleBy((pair) => pair.footprint));
  const authorities = entropy(peopleBy((pair) => pair.authority));
  const joint = entropy(pairs.map((pair) => pair.people));
  // H(F|A) = H(F,A) - H(A)
  const footprintGivenAuthority = 1 - (joint - authorities) / footprints;
  const authorityGivenFootprint = 1 - (joint - footprints) / authorities;
  const product = footprintGivenAuthority * authorityGivenFootprint;
  const vMeasure = (2 * product) / (footprintGivenAuthority + authorityGivenFootprint);
  return { footprintGivenAuthority, authorityGivenFootprint, vMeasure };
}

/** Each council goes whole to its main footprint; a move is one piece of a council that another footprint gives up. */
function bestFit(pairs, authorities) {
  const moves = authorities.filter(spans).flatMap(({ code, pieces, main }) =>
    pieces
      .slice(1)
      .sort((a, b) => byCode(a.footprint, b.footprint))
      .map((piece) => [code, piece.footprint, main, piece.people]),
  );
  const after = groupBy(authorities, (authority) => authority.main);
  const footprints = [...groupBy(pairs, (pair) => pair.footprint).keys()];
  return {
    authoritiesMoved: new Set(moves.map(([code]) => code)).size,
    moveCount: moves.length,
    peopleMoved: sum(moves.map(([, , , people]) => people)),
    footprintsEmptied: footprints.filter((code) => !after.has(code)),
    moves,
    footprintPeopleAfter: footprints.map((code) => [code, sum((after.get(code) ?? []).map(({ people }) => people))]),
  };
}

export function measureTier(pairs) {
  const authorities = authoritiesOf(pairs);
  const footprints = footprintVerdicts(pairs, authorities);
  const ofType = (prefix) => authorities.filter((authority) => authority.code.startsWith(prefix));
  const verdicts = ["SAME_AS_ONE", "UNION_OF_WHOLE", "PART_OF_ONE", "CROSSES"];
  return {
    authorityCount: authorities.length,
    pairCount: pairs.length,
    verdictCounts: Object.fromEntries(
      verdicts.map((verdict) => [verdict, footprints.filter((footprint) => footprint.verdict === verdict).length]),
    ),
    wholeMapAgreement: wholeMapAgreement(pairs),
    countiesWithFivePercentInTwo: ofType(TYPES.COUNTY)
      .filter((authority) => spans(authority) && 20 * authority.pieces[1].people >= authority.people)
      .map((authority) => authority.code),
    spanning: spanningOf(authorities),
    sensitivity: Object.fromEntries(
      Object.entries(TYPES)
        .filter(([, prefix]) => ofType(prefix).length > 0)
        .map(([type, prefix]) => [type, sensitivityOf(ofType(prefix))]),
    ),
    bestFit: bestFit(pairs, authorities),
    footprints,
    authorities: authorities.map(({ code, people }) => [code, people]),
    pairs: pairs.map(({ footprint, authority, blocks, people }) => [footprint, authority, blocks, people]),
  };
}
