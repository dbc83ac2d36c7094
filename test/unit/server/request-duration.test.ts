import fc from "fast-check";
import { Histogram, Registry } from "prom-client";
import { expect, test } from "vitest";
import { requestDuration } from "../../../src/server/routes/metrics.js";

test("requests are counted as prom-client counts them", async () => {
  const request = fc.record({
    route: fc.constantFrom("/graphql", "none"),
    status: fc.constantFrom(200, 404),
    seconds: fc.oneof(fc.constantFrom(0, 0.001, 0.1, 2.5), fc.double({ min: 0, max: 5, noNaN: true })),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(request), async (requests) => {
      const [ours, theirs] = [new Registry(), new Registry()];
      const counted = requestDuration(ours);
      const histogram = new Histogram({
        name: "coterminous_request_seconds",
        help: "Time from a request's headers to its answer, seconds, by route and status.",
        labelNames: ["route", "status"],
        buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5],
        registers: [theirs],
      });

      for (const { route, status, seconds } of requests) {
        counted.observe(route, status, seconds);
        histogram.labels(route, String(status)).observe(seconds);
      }

      expect(sortedLines(await ours.metrics())).toEqual(sortedLines(await theirs.metrics()));
    }),
  );
});

function sortedLines(text: string): readonly string[] {
  return text.split("\n").toSorted();
}
