import { useContext } from "preact/hooks";
import { type FootprintDetail, footprintQuestion } from "../data/footprint-detail.js";
import { useAnswer } from "../data/use-answer.js";
import { VERDICT_COLOURS } from "../parts/colours.js";
import { CsvButton } from "../parts/csv-button.js";
import { areaKm2, count, length } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { StateLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { verdictWords } from "../parts/words.js";
import { useEdition, useWords } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";
import { Composition } from "./composition.js";
import { footprintCsv } from "./footprint-csv.js";
import { FootprintFacts } from "./footprint-facts.js";
import { FootprintRatings } from "./footprint-ratings.js";

/** One footprint: its verdict in a sentence, what it is made of, and all else that is known of it. */
export function FootprintPanel({ code }: { readonly code: string }) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const question = footprintQuestion(code, state);
  const loaded = useAnswer(question);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        All {words.footprints}
      </StateLink>
      <Waiting for={loaded}>
        {({ footprint }) =>
          footprint ? (
            <>
              <Known footprint={footprint} />
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
      </Waiting>
      <p class="panel-foot">
        <QueryLink question={question} />
      </p>
    </article>
  );
}

function Known({ footprint }: { readonly footprint: FootprintDetail }) {
  const { words, hasPeople } = useEdition();
  const { verdict, summary, agreementPopulation, agreementArea, thickestDisagreementM } = footprint.coterminosity;
  return (
    <>
      <h1>{footprint.name}</h1>
      {footprint.aliases.length > 0 && <p class="note">Also called {footprint.aliases.join("; ")}</p>}
      <p class="verdict" style={{ borderColor: VERDICT_COLOURS[verdict] }}>
        <strong>{verdictWords(verdict, words)}.</strong> {summary}
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
          Where it and the {words.councils} mostly inside it part, the widest piece would hold a circle{" "}
          {length(thickestDisagreementM)} across.
        </p>
      )}
      <Composition of={footprint.coterminosity} />
      <FootprintRatings ratings={footprint.ratings} />
      <FootprintFacts footprint={footprint} />
    </>
  );
}
