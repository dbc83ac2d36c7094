/** Whether a key was seen recently; each call records it. */
export type AdmissionFilter = (key: string) => boolean;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Fixed-size filter of recently requested keys. A response is cached on its second request only, so one-off queries
 * cannot evict others.
 *
 * Colliding keys overwrite each other; a false positive is about one in 2^32.
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
