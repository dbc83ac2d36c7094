/** Says which positions of a list are the same place. */
export interface VertexIds {
  /**
   * The number of the first position asked about that is equal to this one to the last bit: itself, where it is the
   * first. A vertex is known by that number.
   *
   * @param before the vertex of the position before it in its ring, -1 for none: a border that was drawn already is met
   *   again in its order or against it, so that the next vertex is often one more or one less.
   */
  idOf(position: number, before?: number): number;
}

/**
 * An open-addressing table over the bits of two doubles.
 *
 * @param lonLat longitude and latitude of each position in turn, or any other two coordinates
 */
export function vertexIds(lonLat: Float64Array): VertexIds {
  const slotCount = 1 << Math.ceil(Math.log2(lonLat.length * 0.75 + 16));
  const mask = slotCount - 1;
  const slots = new Int32Array(slotCount);
  const probe = new Float64Array(2);
  const bits = new Uint32Array(probe.buffer);
  // Only vertices that are known may answer for a neighbour.
  const isFirst = new Uint8Array(lonLat.length / 2 + 1);

  return {
    idOf(position, before = -1) {
      const lon = lonLat[2 * position];
      const lat = lonLat[2 * position + 1];
      if (before > 0 && isFirst[before - 1] === 1 && isSamePosition(lonLat, before - 1, lon, lat)) return before - 1;
      if (before >= 0 && isFirst[before + 1] === 1 && isSamePosition(lonLat, before + 1, lon, lat)) return before + 1;
      // Adding 0 makes -0 into 0, which is the same place with other bits.
      probe[0] = lon + 0;
      probe[1] = lat + 0;
      let slot = hash(bits) & mask;
      for (;;) {
        const id = slots[slot] - 1;
        if (id < 0) break;
        if (isSamePosition(lonLat, id, lon, lat)) return id;
        slot = (slot + 1) & mask;
      }
      slots[slot] = position + 1;
      isFirst[position] = 1;
      return position;
    },
  };
}

function isSamePosition(lonLat: Float64Array, position: number, lon: number, lat: number): boolean {
  return lonLat[2 * position] === lon && lonLat[2 * position + 1] === lat;
}

// Multiply and fold; the low bits of a quantised coordinate's fraction are as good as random, its exponent is not.
function hash(bits: Uint32Array): number {
  const a = bits[0];
  const b = bits[1];
  const c = bits[2];
  const d = bits[3];
  let h = Math.imul(a ^ (a >>> 15), 0x85ebca6b) ^ Math.imul(b, 0x9e3779b1);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35) ^ Math.imul(c ^ (c >>> 15), 0x27d4eb2f);
  h = Math.imul(h ^ (h >>> 16), 0x165667b1) ^ Math.imul(d, 0x85ebca77);
  return h ^ (h >>> 15);
}
