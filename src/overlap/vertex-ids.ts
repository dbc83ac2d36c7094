/** Gives every distinct position one small integer. */
export interface VertexIds {
  /** The position's id; a new one, counting from 0, at the first sight of it. */
  idOf(lon: number, lat: number): number;
  /** The distinct positions in the order of their ids, longitude and latitude in turn. */
  positions(): Float64Array;
}

/**
 * An open-addressing table over the bits of two doubles: positions are one vertex when they are equal to the last bit.
 *
 * @param most the largest number of positions that will be asked for.
 * @throws {RangeError} from idOf when there are more.
 */
export function vertexIds(most: number): VertexIds {
  const slotCount = 1 << Math.ceil(Math.log2(most * 1.5 + 16));
  const mask = slotCount - 1;
  const slots = new Int32Array(slotCount);
  const lonLats = new Float64Array(2 * most);
  const probe = new Float64Array(2);
  const bits = new Uint32Array(probe.buffer);
  let count = 0;

  return {
    idOf(lon, lat) {
      // Adding 0 makes -0 into 0, which is the same place with other bits.
      probe[0] = lon + 0;
      probe[1] = lat + 0;
      let slot = hash(bits) & mask;
      for (;;) {
        const id = (slots[slot] as number) - 1;
        if (id < 0) break;
        if (lonLats[2 * id] === lon && lonLats[2 * id + 1] === lat) return id;
        slot = (slot + 1) & mask;
      }
      if (count === most) throw new RangeError(`more than the ${most} positions announced`);
      lonLats[2 * count] = lon;
      lonLats[2 * count + 1] = lat;
      count++;
      slots[slot] = count;
      return count - 1;
    },
    positions: () => lonLats.slice(0, 2 * count),
  };
}

// Multiply and fold; the low bits of a quantised coordinate's fraction are as good as random, its exponent is not.
function hash(bits: Uint32Array): number {
  const a = bits[0] as number;
  const b = bits[1] as number;
  const c = bits[2] as number;
  const d = bits[3] as number;
  let h = Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ Math.imul(b, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ Math.imul(c ^ (c >>> 15), 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x165667b1) ^ Math.imul(d, 0x85ebca77);
  return h ^ (h >>> 15);
}
