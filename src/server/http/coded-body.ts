import { Buffer } from "node:buffer";
import { type ContentCoding, compressed } from "./content-coding.js";

/** A body that can be had in any coding; each is made when first asked for and then kept. */
export interface CodedBody {
  readonly plain: Buffer;
  inCoding(coding: ContentCoding): Promise<Buffer>;
}

/**
 * A body from its plain bytes or text.
 *
 * @param brotliQuality what is meant for brotli; quick when left out
 */
export function codedBody(content: Buffer | string, brotliQuality?: number): CodedBody {
  const plain = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  const made = new Map<ContentCoding, Promise<Buffer>>();
  return {
    plain,
    inCoding: (coding) => {
      const bytes = made.get(coding) ?? compressed(plain, coding, brotliQuality);
      made.set(coding, bytes);
      return bytes;
    },
  };
}
