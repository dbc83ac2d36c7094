import { deflateRawSync } from "node:zlib";
import { AUTHORITIES, collectionText, FOOTPRINTS, polygonFeature, squareRing } from "../../support/draw-files.js";
import type { LayerFiles } from "../../support/import-layers.js";

/** An input that cannot be imported, and what the message is to say. */
export interface BrokenInput {
  readonly what: string;
  /** Files beside f.geojson and a.geojson, which are in order. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** What is imported as the authorities; a.geojson when left out. */
  readonly lower?: LayerFiles["lower_tier"];
  readonly footprints?: LayerFiles["footprints"];
  readonly says: RegExp;
}

const one = (file: string, content: string | Uint8Array, says: RegExp, what: string): BrokenInput => ({
  what,
  files: { [file]: content },
  lower: file,
  says,
});
const json = (content: string, says: RegExp, what: string) => one("x.geojson", content, says, what);
const features = (says: RegExp, what: string, ...list: readonly unknown[]) => json(collectionText(...list), says, what);
const namedFeatures = (properties: Record<string, unknown>, west = -2) => ({
  ...polygonFeature("", [squareRing(west, 51)]),
  properties,
});
const withGeometry = (type: string, coordinates: unknown) => ({
  ...polygonFeature("a", []),
  geometry: { type, coordinates },
});

/** Input after input that people give by mistake, or to do harm. */
export function brokenInputs(): BrokenInput[] {
  const metres = squareRing(400_000, 300_000, 10_000);
  return [
    { what: "a file that is not there", lower: "none.geojson", says: /none.geojson: is not there .*check the path/ },
    { what: "a folder", lower: ".", says: /is a folder; give a file in it/ },
    one("x.geojson", "", /is empty; download it again/, "an empty file"),
    one("x.bin", new Uint8Array(1000).fill(171), /none of the formats that are read; give GeoJSON/, "nonsense"),
    one("x.html", "<!DOCTYPE html><html>", /is a web page; use the link that downloads/, "a web page saved as a file"),
    one("x.csv", "code,name\n1,A\n", /looks like a table of text/, "a table without boundaries"),
    one("x.gml", '<gml:FeatureCollection xmlns:gml="x">', /is GML; save it as/, "GML"),
    one("x.gz", Uint8Array.of(31, 139, 8, 0), /packed with gzip; unpack it/, "a packed file"),
    one("x.dbf", Uint8Array.of(3, 120, 1, 1), /without its boundaries; give the .shp/, "a .dbf alone"),
    json('{"type":"FeatureCollection","features":[{"type"', /not whole JSON .*cut off/, "GeoJSON cut off"),
    json('{"type":"Feature', /not whole JSON/, "a feature cut off"),
    one("x.geojson", Uint8Array.of(123, 34, 255, 34, 125), /not UTF-8/, "GeoJSON in another encoding"),
    json("[1, 2]", /is a JSON list/, "a list of numbers"),
    json('{"type":"Table"}', /its type is "Table"; give a GeoJSON/, "JSON of another kind"),
    json('{"type":"FeatureCollection"}', /has no list of features/, "a collection without features"),
    json('{"type":"FeatureCollection","features":[]}', /holds no features/, "a collection of nothing"),
    json('{"type":"Topology","objects":{}}', /without a list of arcs/, "TopoJSON without arcs"),
    json(
      '{"type":"Topology","arcs":[],"objects":{"x":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[7]],"id":"a"}]}}}',
      /object x, feature 1 uses arcs that are not there/,
      "TopoJSON with stray arcs",
    ),
    {
      what: "a layer that the file does not have",
      lower: "a.geojson#wards",
      says: /holds no layer wards; leave #wards out: it has one layer alone/,
    },
    features(
      /1 of 2 features are no areas \(Point\)/,
      "points among polygons",
      polygonFeature("a", [squareRing(-2, 51)]),
      withGeometry("Point", [-1, 51]),
    ),
    features(
      /none of its features is an area \(LineString\)/,
      "lines",
      withGeometry("LineString", [
        [-1, 51],
        [0, 52],
      ]),
    ),
    features(/feature 1: .*without geometry/, "features without geometry", {
      ...polygonFeature("a", []),
      geometry: null,
    }),
    features(
      /no column that looks like codes or names: its columns are colour/,
      "columns without codes",
      namedFeatures({ colour: "red" }),
    ),
    features(
      /has no columns, so that nothing tells its areas apart; give a file that has a code or a name/,
      "features without columns",
      namedFeatures({}),
    ),
    features(
      /feature 2: has code A, which feature 1 has too/,
      "a code twice",
      namedFeatures({ code: "A" }),
      namedFeatures({ code: "A" }, -1),
    ),
    features(
      /feature 2: has nothing in code/,
      "an empty code",
      namedFeatures({ code: "A" }),
      namedFeatures({ code: "" }, -1),
    ),
    {
      ...features(
        /x.geojson, feature 1 \(A\): has nothing in name/,
        "an empty name",
        namedFeatures({ code: "A", name: " " }),
      ),
      lower: { address: "x.geojson", code: "code", name: "name" },
    },
    features(
      /feature 1 \(a.b\): has the code "a\\tb"; give codes of 1 to 64/,
      "a code with a tab",
      namedFeatures({ code: "a\tb" }),
    ),
    {
      ...features(
        /has no column GSS; choose one of code, name/,
        "a column that is not there",
        namedFeatures({ code: "A", name: "B" }),
      ),
      lower: { address: "x.geojson", code: "GSS" },
    },
    features(
      /none of its areas encloses anything/,
      "a polygon of two places",
      polygonFeature("a", [
        [
          [-2, 51],
          [-1, 52],
          [-2, 51],
          [-2, 51],
        ],
      ]),
    ),
    features(
      /crosses itself near \[-1.5, 51.5\] so that 100 % of its area depends on how it is read; draw it anew/,
      "a bow-tie",
      polygonFeature("a", [
        [
          [-2, 51],
          [-1, 52],
          [-1, 51],
          [-2, 52],
          [-2, 51],
        ],
      ]),
    ),
    features(
      /feature 1 \(a\): has parts over each other near .* 4 % of its area depends on whether that is land or a hole; make/,
      "parts over each other",
      withGeometry("MultiPolygon", [[squareRing(-2, 51)], [squareRing(-1.6, 51.4, 0.2)]]),
    ),
    features(
      /feature 1 \(a\): has a hole of .* near \[-0\.5, 51\] that lies outside its polygon: .* depends on what is meant; give/,
      "a hole outside its polygon",
      polygonFeature("a", [squareRing(-2, 51), squareRing(-0.5, 51, 0.5)]),
    ),
    features(
      /feature \d \([ab]\): is the same land as Area [ab] \([ab]\); take one of them out/,
      "an area under two codes",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-2, 51)]),
    ),
    features(
      /feature 2 \(b\): lies within Area a \(a\): .* of both; give areas of one level alone/,
      "districts and their county in one layer",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-2, 51, 0.5)]),
    ),
    features(
      /^x\.geojson: 1 pair of areas has land in common, .* of the layer: most .* thick; give areas that cover the land once/,
      "areas that overlap by much",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-1.5, 51)]),
    ),
    features(
      /^x\.geojson, feature 3: has code A, which feature 1 has too; give every area one feature/,
      "a code twice among others, with names that are not",
      namedFeatures({ code: "A", name: "One" }),
      namedFeatures({ code: "B", name: "Two" }, -1),
      namedFeatures({ code: "A", name: "Three" }, -1),
    ),
    features(
      /^x\.geojson and f\.geojson: have no land in common but slivers; give layers of the same place/,
      "layers that meet in a sliver alone",
      polygonFeature("a", [squareRing(-0.0001, 51)]),
    ),
    features(
      /^x\.geojson, feature 1 \(a\): polygon 1, outer ring, position 1 is \[null,51\]; give \[longitude, latitude\]/,
      "a position that is none",
      polygonFeature("a", [[[null, 51] as never, [-1, 51], [-1, 52], [null, 51] as never]]),
    ),
    features(/nest them as GeoJSON/, "coordinates that are not nested", withGeometry("Polygon", [1, 2, 3])),
    {
      ...features(
        /is said to be in EPSG:4326.*metres, not degrees; say --lower-crs EPSG:27700/,
        "metres that are said to be degrees",
        polygonFeature("a", [metres]),
      ),
      lower: { address: "x.geojson", crs: "EPSG:4326" },
    },
    {
      what: "degrees that are said to be metres",
      lower: { address: "a.geojson", crs: "EPSG:27700" },
      says: /degrees, not metres; say --lower-crs EPSG:4326/,
    },
    {
      what: "a system that nobody knows",
      lower: { address: "a.geojson", crs: "EPSG:99999" },
      says: /EPSG:99999 is not known here; give its definition/,
    },
    {
      what: "a system that is no code",
      lower: { address: "a.geojson", crs: "OSGB" },
      says: /"OSGB" names no coordinate system/,
    },
    features(
      /does not say in which system; say so with --lower-crs/,
      "metres of nobody knows where",
      polygonFeature("a", [squareRing(5_000_000, 3_000_000, 9)]),
    ),
    features(
      /latitude first.*--lower-axes yx|latitude seems to come first/,
      "latitude first",
      polygonFeature("a", [squareRing(51, -2)]),
      polygonFeature("b", [squareRing(52, -2)]),
    ),
    features(/do not meet: one lies between/, "layers of two places", polygonFeature("a", [squareRing(100, -30)])),
    one("x.zip", zip({ "a.txt": "hello" }), /holds no boundaries: a.txt/, "a zip without boundaries"),
    one("x.zip", zip({ "a.shp": "x" }).subarray(0, 40), /is no whole zip/, "a zip cut off"),
    one("x.zip", zip({ "../../a.geojson": AUTHORITIES }), /path that leads out of it/, "a zip with a path out of it"),
    one("x.zip", zip({ "bomb.geojson": " ".repeat(30_000_000) }), /unpacks to \d+ times its size/, "a zip bomb"),
    one("x.zip", zip({ "in.zip": zip({ "a.geojson": AUTHORITIES }) }), /holds another zip, in.zip/, "a zip in a zip"),
    one("x.zip", zip({ "a.shp": shapefileHeader(100) }), /has no .dbf beside its .shp/, "a .shp without .dbf"),
    one(
      "x.zip",
      zip({ "a.shp": shapefileHeader(100_000), "a.dbf": dbfHeader() }),
      /100 bytes of 100000 that its header promises/,
      "a .shp cut off",
    ),
    one(
      "x.fgb",
      Uint8Array.from([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0, 200, 0, 0, 0, 1, 2]),
      /no whole FlatGeobuf/,
      "a FlatGeobuf cut off",
    ),
    one(
      "x.gpkg",
      new TextEncoder().encode(`SQLite format 3\0${"x".repeat(500)}`),
      /no whole GeoPackage/,
      "a GeoPackage that is none",
    ),
    one("x.kml", "<kml><Document><Placemark><Polygon>", /not whole KML \(unclosed xml tag/, "KML cut off"),
    one(
      "x.kml",
      '<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml>&a;</kml>',
      /entities of its own, which are not read; write it again without them/,
      "KML that grows when it is read",
    ),
  ];
}

/** A zip of files, written here because honest writers refuse paths that lead out of it. */
export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const name = Buffer.from(path);
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(bytes.length, 18);
    header.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\u0001\u0002\u0014\0", "latin1"), header, tail, name);
    locals.push(Buffer.from("PK\u0003\u0004", "latin1"), header, name, packed);
    offset += 4 + header.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  const count = Object.keys(files).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** The first hundred bytes of a .shp of polygons that says it has so many. */
function shapefileHeader(statedBytes: number): Uint8Array {
  const header = Buffer.alloc(100);
  header.writeInt32BE(9994, 0);
  header.writeInt32BE(statedBytes / 2, 24);
  header.writeInt32LE(1000, 28);
  header.writeInt32LE(5, 32);
  return header;
}

function dbfHeader(): Uint8Array {
  const header = Buffer.alloc(33);
  header[0] = 3;
  header.writeUInt16LE(33, 8);
  header[32] = 13;
  return header;
}

/** The drawn layers that are in order. */
export const VALID_FILES = { "f.geojson": FOOTPRINTS, "a.geojson": AUTHORITIES };
