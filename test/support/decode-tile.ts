/** A tile's layers by name, read by the Mapbox vector tile specification 2.1 and nothing of ours. */
export type DecodedTile = ReadonlyMap<string, readonly DecodedFeature[]>;

export interface DecodedFeature {
  readonly id: number;
  /** 1 points, 2 lines, 3 polygons. */
  readonly type: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Units along the tile's side. */
  readonly extent: number;
  /** Lines or rings; a ring's first position is not repeated. */
  readonly parts: readonly (readonly Position[])[];
}

export type Position = readonly [x: number, y: number];

/** Reads a tile; throws on what the specification does not know. */
export function decodeTile(bytes: Uint8Array): DecodedTile {
  return new Map(messageFields(bytes).map(({ value }) => decodeLayer(value as Uint8Array)));
}

function decodeLayer(bytes: Uint8Array): [string, DecodedFeature[]] {
  const fields = messageFields(bytes);
  const all = (tag: number) => fields.filter((field) => field.tag === tag).map(({ value }) => value);
  const keys = all(3).map((value) => text(value as Uint8Array));
  const values = all(4).map((value) => propertyValue(value as Uint8Array));
  const [extent] = all(5);
  const [version] = all(15);
  if (typeof extent !== "number" || version !== 2) throw new Error(`extent ${extent}, version ${version}`);
  const features = all(2).map((value) => ({ ...decodeFeature(value as Uint8Array, keys, values), extent }));
  return [text(all(1)[0] as Uint8Array), features];
}

function decodeFeature(
  bytes: Uint8Array,
  keys: readonly string[],
  values: readonly unknown[],
): Omit<DecodedFeature, "extent"> {
  const fields = new Map(messageFields(bytes).map(({ tag, value }) => [tag, value]));
  const tags = varints(fields.get(2) as Uint8Array);
  const properties: Record<string, unknown> = {};
  for (let i = 0; i < tags.length; i += 2) properties[keys[tags[i]!]!] = values[tags[i + 1]!];
  const parts = decodeParts(varints(fields.get(4) as Uint8Array));
  return { id: fields.get(1) as number, type: fields.get(3) as number, properties, parts };
}

function decodeParts(numbers: readonly number[]): Position[][] {
  const parts: Position[][] = [];
  let [x, y] = [0, 0];
  for (let i = 0; i < numbers.length; ) {
    const [command, count] = [numbers[i]! & 7, numbers[i]! >> 3];
    i++;
    if (command === 7) continue;
    for (let n = 0; n < count; n++, i += 2) {
      x += unzigzag(numbers[i]!);
      y += unzigzag(numbers[i + 1]!);
      if (command === 1) parts.push([]);
      parts.at(-1)!.push([x, y]);
    }
  }
  return parts;
}

const unzigzag = (n: number) => (n >>> 1) ^ -(n & 1);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function propertyValue(bytes: Uint8Array): unknown {
  const { tag, value, raw } = messageFields(bytes)[0]!;
  if (tag === 1) return text(value as Uint8Array);
  if (tag === 2) return new DataView(raw.buffer, raw.byteOffset).getFloat32(0, true);
  if (tag === 3) return new DataView(raw.buffer, raw.byteOffset).getFloat64(0, true);
  if (tag === 6) return unzigzag(value as number);
  return tag === 7 ? value === 1 : value;
}

interface Field {
  readonly tag: number;
  readonly value: number | Uint8Array;
  readonly raw: Uint8Array;
}

function messageFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [key, afterKey] = varint(bytes, at);
    const [tag, wire] = [key >> 3, key & 7];
    const [number, afterNumber] = wire === 0 || wire === 2 ? varint(bytes, afterKey) : [0, afterKey];
    const lengths: Record<number, number> = { 0: 0, 1: 8, 2: number, 5: 4 };
    const end = afterNumber + lengths[wire]!;
    const raw = bytes.subarray(afterNumber, end);
    fields.push({ tag, value: wire === 0 ? number : raw, raw });
    at = end;
  }
  return fields;
}

function varints(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [number, after] = varint(bytes, at);
    numbers.push(number);
    at = after;
  }
  return numbers;
}

function varint(bytes: Uint8Array, start: number): [number, number] {
  let [number, scale, at] = [0, 1, start];
  for (;;) {
    const byte = bytes[at++]!;
    number += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) return [number, at];
  }
}
