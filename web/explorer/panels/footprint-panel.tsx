import { useContext } from "preact/hooks";
import { AsyncBoundary } from "../components/async-boundary.js";
import { QueryLink, StateLink } from "../components/links.js";
import { CsvButton } from "../components/save-file.js";
import { type FootprintDetail, footprintQuery } from "../data/area-details.js";
import { useQuery } from "../data/use-query.js";
import { VERDICT_COLOURS } from "../format/colours.js";
import { csv } from "../format/csv.js";
import { verdictLabel } from "../format/labels.js";
import { areaKm2, count, length, percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { FootprintComposition } from "./footprint-composition.js";
import { FootprintFacts, FootprintRatings } from "./footprint-facts.js";

/** One footprint: its verdict in a sentence, its composition, and further facts. */
export function FootprintPanel({ code }: { readonly code: string }) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const query = footprintQuery(code, state);
  const loaded = useQuery(query);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        All {words.footprints}
      </StateLink>
      <AsyncBoundary for={loaded}>
        {({ footprint }) =>
          footprint ? (
            <>
              <FootprintDetails footprint={footprint} />
              <p class="panel-foot">
                <CsvButton name={`footprint-${code}`} text={() => footprintCsv(footprint)} />
              </p>
            </>
          ) : (
            <p>
              This edition has no {words.footprint} {code}.
            </p>
          )
        }
      </AsyncBoundary>
      <p class="panel-foot">
        <QueryLink query={query} />
      </p>
    </article>
  );
}

function FootprintDetails({ footprint }: { readonly footprint: FootprintDetail }) {
  const { words, hasPeople } = useEdition();
  const { verdict, summary, agreementPopulation, agreementArea, thickestDisagreementM } = footprint.coterminosity;
  return (
    <>
      <h1>{footprint.name}</h1>
      {footprint.aliases.length > 0 && <p class="note">Also called {footprint.aliases.join("; ")}</p>}
      <p class="verdict" style={{ borderColor: VERDICT_COLOURS[verdict] }}>
        <strong>{verdictLabel(verdict, words)}.</strong> {summary}
      </p>
      <dl class="figures">
        {hasPeople && (
          <div>
            <dt>People</dt>
            <dd>{count(footprint.population)}</dd>
          </div>
        )}
        <div>
          <dt>Land</dt>
          <dd>{areaKm2(footprint.areaKm2)}</dd>
        </div>
        {hasPeople && (
          <div>
            <dt>Agreement by people</dt>
            <dd>{percent(agreementPopulation)}</dd>
          </div>
        )}
        <div>
          <dt>Agreement by land</dt>
          <dd>{percent(agreementArea)}</dd>
        </div>
      </dl>
      {thickestDisagreementM > 0 && verdict === "CROSSES" && (
        <p class="note">
          Where it differs from the {words.councils} mostly inside it, the widest piece could contain a circle{" "}
          {length(thickestDisagreementM)} across.
        </p>
      )}
      <FootprintComposition of={footprint.coterminosity} />
      <FootprintRatings ratings={footprint.ratings} />
      <FootprintFacts footprint={footprint} />
    </>
  );
}

const CSV_HEADER = [
  "footprint_code",
  "footprint",
  "authority_code",
  "authority",
  "type",
  "is_whole",
  "population",
  "area_km2",
  "share_of_authority_population",
  "share_of_authority_area",
];

/** The composition of a footprint as CSV: a row for each council, with its share in the footprint. */
export function footprintCsv({ code, name, coterminosity }: FootprintDetail): string {
  const { wholeAuthorities, partAuthorities } = coterminosity;
  const whole = wholeAuthorities.map((council) => [
    ...[council.code, council.name, council.type, "true", council.population, council.areaKm2],
    ...[council.population === null ? null : 1, 1],
  ]);
  const parts = partAuthorities.map(({ authority, ...part }) => [
    ...[authority.code, authority.name, authority.type, "false", part.population, part.areaKm2],
    ...[part.shareOfAuthorityPopulation, part.shareOfAuthorityArea],
  ]);
  return csv(
    CSV_HEADER,
    [...whole, ...parts].map((row) => [code, name, ...row]),
  );
}
