import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { FootprintSummary } from "../data/overview.js";
import { agreement } from "../data/selectors.js";
import { ratingColour } from "../format/colours.js";
import { ratingLabel } from "../format/labels.js";
import { capitalize } from "../format/nouns.js";
import { percent } from "../format/numbers.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

const WIDTH = 380;
const HEIGHT = 250;

/** Every footprint as a dot, placed by agreement and coloured by rating; unknown ratings are rings. */
export function AgreementDotPlot({ footprints }: { readonly footprints: readonly FootprintSummary[] }) {
  const { tier, weight } = useContext(StateContext).state;
  const { footprints: many } = useEdition().words;
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const dots = footprints.map((footprint) => {
      const share = agreement(footprint, { tier, weight }) ?? 0;
      const value = footprint.rating?.value ?? null;
      return {
        agreement: share,
        isKnown: value !== null,
        colour: ratingColour(value, footprint.rating?.scale ?? []),
        title: `${footprint.name}\n${percent(share)}, ${value === null ? "rating unknown" : ratingLabel(value)}`,
      };
    });
    import("@observablehq/plot")
      .then(({ dodgeY, dot, plot }) => {
        if (!isCurrent) return;
        const chart = plot({
          width: WIDTH,
          height: HEIGHT,
          marginLeft: 12,
          marginRight: 12,
          style: { background: "transparent", fontFamily: "inherit", fontSize: "12px" },
          x: { domain: [0, 1], tickFormat: (share: number) => `${Math.round(share * 100)}%`, label: "agreement →" },
          marks: [
            dot(
              dots,
              dodgeY({
                x: "agreement",
                r: 5.5,
                fill: (one: (typeof dots)[number]) => (one.isKnown ? one.colour : "var(--page)"),
                stroke: (one: (typeof dots)[number]) => (one.isKnown ? one.colour : "var(--muted)"),
                strokeWidth: 1.5,
                title: "title",
              }),
            ),
          ],
        });
        chart.setAttribute("role", "img");
        chart.setAttribute(
          "aria-label",
          `${capitalize(many)} by agreement, coloured by rating; the table view lists them`,
        );
        box.current?.replaceChildren(chart);
      })
      .catch(() => setFailed(true));
    return () => {
      isCurrent = false;
    };
  }, [footprints, many, tier, weight]);
  return (
    <>
      <div class="strip" ref={box} style={{ minHeight: `${HEIGHT}px` }}>
        {failed && <p>The chart could not be loaded. The table view has the same figures.</p>}
      </div>
      <p class="note">Filled dots use the colours of the map key; rings are {many} whose rating is unknown.</p>
    </>
  );
}
