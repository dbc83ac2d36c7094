import { expect, it } from "vitest";
import { hilbertOrder } from "../src/index/hilbert-order.js";

it("a Hilbert curve visits each point of a grid once, every one next to the one before", () => {
  const places = Array.from({ length: 64 }, (_, i) => [i % 8, Math.floor(i / 8)] as const);

  const order = [...hilbertOrder(Float64Array.from(places.flat()))];

  expect(order.toSorted((p, q) => p - q)).toEqual(places.map((_, i) => i));
  const steps = order.slice(1).map((to, i) => {
    const [x = 0, y = 0] = places[to] ?? [];
    const [fromX = 0, fromY = 0] = places[order[i] ?? 0] ?? [];
    return Math.abs(x - fromX) + Math.abs(y - fromY);
  });
  expect(Math.max(...steps)).toBe(1);
});

it("no points have an order, and points in one place have one too", () => {
  expect(hilbertOrder(new Float64Array(0))).toHaveLength(0);
  expect([...hilbertOrder(Float64Array.of(3, 3, 3, 3))].toSorted()).toEqual([0, 1]);
});
