import { meshArcs } from "topojson-client";
import { expect, it } from "vitest";
import { arcOfIndex, ringsOf } from "../../../src/cartography/arc-indices.js";
import { detailLevels } from "../../../src/cartography/detail-levels.js";
import { drawTopology } from "../../support/draw-topology.js";

// a says the corner x twice, and it is a corner of b and c too:
//
//   +---x---+
//   | a | b |      The arc from x to x is none.
//   |   +---+
//   |   | c |
//   +---+---+
it("a corner that is said twice leaves no arc of one position at any detail", () => {
  const drawn = drawTopology({
    footprints: {
      all: [
        [0, 50],
        [0.4, 50],
        [0.4, 50.4],
        [0, 50.4],
      ],
    },
    lower_tier: {
      a: [
        [0, 50],
        [0.2, 50],
        [0.2, 50.2],
        [0.2, 50.2],
        [0.2, 50.4],
        [0, 50.4],
      ],
      b: [
        [0.2, 50.2],
        [0.4, 50.2],
        [0.4, 50.4],
        [0.2, 50.4],
      ],
      c: [
        [0.2, 50],
        [0.4, 50],
        [0.4, 50.2],
        [0.2, 50.2],
      ],
    },
  });
  expect(drawn.arcs.some((arc) => arc.every((position) => String(position) === String(arc[0])))).toBe(true);

  for (const topology of Object.values(detailLevels(drawn))) {
    expect(topology.arcs.filter((arc) => arc.length < 2)).toEqual([]);
    const arcs = ringsOf(topology.objects)
      .flat()
      .map((index) => [arcOfIndex(index)]);
    expect(meshArcs(topology, { type: "MultiLineString", arcs }).arcs.length).toBeGreaterThan(0);
  }
});
