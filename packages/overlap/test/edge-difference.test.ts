import { describe, expect, it } from "vitest";
import { edgeSymmetricDifference } from "../src/inscribed-circle/edge-difference.js";

// Edges of a square and of another to its east, that runs up the side they share against it; one corner is 0.3 m off.
const P = Float64Array.of(...[0, 0, 9, 0], ...[9, 0, 9, 9], ...[9, 9, 0, 9], ...[0, 9, 0, 0]);
const Q = Float64Array.of(...[9, 0, 18, 0], ...[18, 0, 18, 9], ...[18, 9, 9, 9], ...[9, 9, 9, 0]);
const NEARLY_P = Float64Array.of(...[0, 0, 9, 0.3], ...[9, 0.3, 9, 9], ...[9, 9, 0, 9], ...[0, 9, 0, 0]);

const edgeCount = (edges: Float64Array) => edges.length / 4;

describe("edges of two outlines that are not the same", () => {
  it("are those that only one has", () => {
    expect(edgeCount(edgeSymmetricDifference(P, P, "DIRECTED", 0))).toBe(0);
    expect([...edgeSymmetricDifference(P, P.slice(4), "DIRECTED", 0)]).toEqual([0, 0, 9, 0]);
    expect(edgeCount(edgeSymmetricDifference(P, new Float64Array(0), "DIRECTED", 0))).toBe(4);
  });

  it("keep edges that run against each other, unless these are wanted to count as the same", () => {
    expect([...edgeSymmetricDifference(P, Q, "DIRECTED", 0)]).toEqual([...P, ...Q]);
    expect([...edgeSymmetricDifference(P, Q, "UNDIRECTED", 0)]).toEqual([
      ...P.slice(0, 4),
      ...P.slice(8),
      ...Q.slice(0, 12),
    ]);
  });

  it("are the same when both ends are within reach", () => {
    expect(edgeCount(edgeSymmetricDifference(P, NEARLY_P, "DIRECTED", 0.2))).toBe(4);
    expect(edgeCount(edgeSymmetricDifference(P, NEARLY_P, "DIRECTED", 0.31))).toBe(0);
    expect(edgeCount(edgeSymmetricDifference(NEARLY_P, P, "UNDIRECTED", 0.31))).toBe(0);
  });
});
