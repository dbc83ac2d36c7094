const SIZE_PX = 12;
const STRIPE_PX = 4;

/** A tile of diagonal stripes that repeats without seams, as pixels. */
export function hatch(
  stripe: readonly number[],
  ground: readonly number[],
): { width: number; height: number; data: Uint8Array } {
  const data = new Uint8Array(SIZE_PX * SIZE_PX * 4);
  for (let y = 0; y < SIZE_PX; y++) {
    for (let x = 0; x < SIZE_PX; x++) {
      const colour = (x + y) % SIZE_PX < STRIPE_PX ? stripe : ground;
      data.set([...colour, 255], (y * SIZE_PX + x) * 4);
    }
  }
  return { width: SIZE_PX, height: SIZE_PX, data };
}
