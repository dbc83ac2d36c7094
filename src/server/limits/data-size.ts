import type { World } from "../../graphql/world.js";

/** How much there is of each thing in the largest edition, for estimating what a query will cost. */
export interface DataSize {
  readonly editions: number;
  readonly footprints: number;
  readonly authorities: number;
  readonly members: number;
  readonly overlaps: number;
}

/** Counts what a world holds. */
export function dataSize({ editions }: World): DataSize {
  const all = [...editions.values()].map(({ facts }) => facts);
  const most = (list: "footprints" | "authorities" | "members" | "overlaps") =>
    Math.max(1, ...all.map((facts) => facts[list].length));
  return {
    editions: all.length,
    footprints: most("footprints"),
    authorities: most("authorities"),
    members: most("members"),
    overlaps: most("overlaps"),
  };
}
