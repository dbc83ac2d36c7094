import { useContext } from "preact/hooks";
import { type FootprintDetail, footprintQuestion, type PartCouncil } from "../data/footprint-detail.js";
import { useAnswer } from "../data/use-answer.js";
import { VERDICT_COLOURS } from "../parts/colours.js";
import { CsvButton } from "../parts/csv-button.js";
import { areaKm2, count, length, people } from "../parts/numbers.js";
import { percent } from "../parts/percent.js";
import { QueryLink } from "../parts/query-link.js";
import { AreaLink, StateLink } from "../parts/state-link.js";
import { Waiting } from "../parts/waiting.js";
import { TYPE_WORDS, VERDICT_WORDS } from "../parts/words.js";
import { StateContext } from "../state/state-context.js";
import { footprintCsv } from "./footprint-csv.js";
import { FootprintFacts } from "./footprint-facts.js";
import { FootprintRatings } from "./footprint-ratings.js";

/** One footprint: its verdict in a sentence, what it is made of, and all else that is known of it. */
export function FootprintPanel({ code }: { readonly code: string }) {
  const { state } = useContext(StateContext);
  const question = footprintQuestion(code, state);
  const loaded = useAnswer(question);
  return (
    <article>
      <StateLink class="back" to={{ area: null, camera: null }}>
        All footprints
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
            <p>This edition has no footprint {code}.</p>
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
  const { verdict, summary, agreementPopulation, agreementArea, thickestDisagreementM } = footprint.coterminosity;
  return (
    <>
      <h1>{footprint.name}</h1>
      {footprint.aliases.length > 0 && <p class="note">Also called {footprint.aliases.join("; ")}</p>}
      <p class="verdict" style={{ borderColor: VERDICT_COLOURS[verdict] }}>
        <strong>{VERDICT_WORDS[verdict]}.</strong> {summary}
      </p>
      <dl class="figures">
        <div>
          <dt>People</dt>
          <dd>{count(footprint.population)}</dd>
        </div>
        <div>
          <dt>Land</dt>
          <dd>{areaKm2(footprint.areaKm2)}</dd>
        </div>
        <div>
          <dt>Agreement by people</dt>
          <dd>{percent(agreementPopulation)}</dd>
        </div>
        <div>
          <dt>Agreement by land</dt>
          <dd>{percent(agreementArea)}</dd>
        </div>
      </dl>
      {thickestDisagreementM > 0 && verdict === "CROSSES" && (
        <p class="note">
          Where it and the councils mostly inside it part, the widest piece would hold a circle{" "}
          {length(thickestDisagreementM)} across.
        </p>
      )}
      <Composition footprint={footprint} />
      <FootprintRatings ratings={footprint.ratings} />
      <FootprintFacts footprint={footprint} />
    </>
  );
}

function Composition({ footprint }: { readonly footprint: FootprintDetail }) {
  const { wholeAuthorities, partAuthorities } = footprint.coterminosity;
  return (
    <>
      {wholeAuthorities.length > 0 && (
        <section>
          <h2>
            Whole councils <span class="count">{wholeAuthorities.length}</span>
          </h2>
          <ul class="facts">
            {wholeAuthorities.map(({ code, name, type, population }) => (
              <li key={code}>
                <AreaLink code={code}>{name}</AreaLink> <span class="note">{TYPE_WORDS[type]}</span>
                <span class="figure">{people(population)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {partAuthorities.length > 0 && (
        <section>
          <h2>
            Parts of councils <span class="count">{partAuthorities.length}</span>
          </h2>
          <table class="parts">
            <thead>
              <tr>
                <th scope="col">Council</th>
                <th scope="col">People in this footprint</th>
                <th scope="col">Share of its people</th>
                <th scope="col">of its land</th>
              </tr>
            </thead>
            <tbody>
              {partAuthorities.map((part) => (
                <Part key={part.authority.code} part={part} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}

function Part({ part }: { readonly part: PartCouncil }) {
  return (
    <tr>
      <th scope="row">
        <AreaLink code={part.authority.code}>{part.authority.name}</AreaLink>
      </th>
      <td>{count(part.population)}</td>
      <td>{percent(part.shareOfAuthorityPopulation)}</td>
      <td>{percent(part.shareOfAuthorityArea)}</td>
    </tr>
  );
}
