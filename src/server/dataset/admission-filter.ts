/** Whether a key was asked about before; asking notes it. */
export type AdmissionFilter = (key: string) => boolean;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Remembers, in a fixed room of memory, which keys came lately: so that only answers that are asked for again are kept, and
 * a client that asks something else each time drives nobody's answer out.
 *
 * It forgets a key when another takes its place, and may once in some thousand million times take one for another.
 */
export function admissionFilter(slotCount = 2 ** 16): AdmissionFilter {
  const hashes = new Uint32Array(slotCount);
  return (key) => {
    const hash = fnv1a(key);
    const slot = hash % slotCount;
    if (hashes[slot] === hash) return true;
    hashes[slot] = hash;
    return false;
  };
}

/** @see Fowler, Noll and Vo, 32 bits, over UTF-16 code units */
function fnv1a(text: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash >>> 0;
}
