import { describe, expect, it } from "vitest";
import { edgesApart } from "../../src/overlap/edges-apart.js";

// Edges of a square and of another to its east, that runs up the side they share against it; one corner is 0.3 m off.
const P = Float64Array.of(...[0, 0, 9, 0], ...[9, 0, 9, 9], ...[9, 9, 0, 9], ...[0, 9, 0, 0]);
const Q = Float64Array.of(...[9, 0, 18, 0], ...[18, 0, 18, 9], ...[18, 9, 9, 9], ...[9, 9, 9, 0]);
const NEARLY_P = Float64Array.of(...[0, 0, 9, 0.3], ...[9, 0.3, 9, 9], ...[9, 9, 0, 9], ...[0, 9, 0, 0]);

const edgeCount = (edges: Float64Array) => edges.length / 4;

describe("edges of two outlines that are not the same", () => {
  it("are those that only one has", () => {
    expect(edgeCount(edgesApart(P, P, "ALIKE", 0))).toBe(0);
    expect([...edgesApart(P, P.slice(4), "ALIKE", 0)]).toEqual([0, 0, 9, 0]);
    expect(edgeCount(edgesApart(P, new Float64Array(0), "ALIKE", 0))).toBe(4);
  });

  it("keep edges that run against each other, unless these are wanted to count as the same", () => {
    expect([...edgesApart(P, Q, "ALIKE", 0)]).toEqual([...P, ...Q]);
    expect([...edgesApart(P, Q, "EITHER_WAY", 0)]).toEqual([...P.slice(0, 4), ...P.slice(8), ...Q.slice(0, 12)]);
  });

  it("are the same when both ends are within reach", () => {
    expect(edgeCount(edgesApart(P, NEARLY_P, "ALIKE", 0.2))).toBe(4);
    expect(edgeCount(edgesApart(P, NEARLY_P, "ALIKE", 0.31))).toBe(0);
    expect(edgeCount(edgesApart(NEARLY_P, P, "EITHER_WAY", 0.31))).toBe(0);
  });
});
