import { deflateRawSync } from "node:zlib";
import { AUTHORITIES, collectionText, FOOTPRINTS, polygonFeature, squareRing } from "../../support/draw-files.js";
import type { LayerFiles } from "../../support/import-layers.js";

/** An input that cannot be imported, and its message. */
export interface BrokenInput {
  readonly what: string;
  /** Files beside the valid f.geojson and a.geojson. */
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

/** Inputs that people give by mistake, or to do harm. */
export function brokenInputs(): BrokenInput[] {
  const metres = squareRing(400_000, 300_000, 10_000);
  return [
    {
      what: "a file that is not there",
      lower: "none.geojson",
      says: /none.geojson: there is no such file .*Check the path/,
    },
    { what: "a folder", lower: ".", says: /this is a folder. Name a file in it/ },
    one("x.geojson", "", /the file is empty. Download it again/, "an empty file"),
    one("x.bin", new Uint8Array(1000).fill(171), /the format is unknown. Give GeoJSON/, "nonsense"),
    one(
      "x.html",
      "<!DOCTYPE html><html>",
      /this is a web page. Use the link that downloads/,
      "a web page saved as a file",
    ),
    one("x.csv", "code,name\n1,A\n", /this looks like a table of text/, "a table without boundaries"),
    one("x.gml", '<gml:FeatureCollection xmlns:gml="x">', /GML is not supported. Save the file as/, "GML"),
    one("x.gz", Uint8Array.of(31, 139, 8, 0), /compressed with gzip. Unpack it/, "a packed file"),
    one("x.dbf", Uint8Array.of(3, 120, 1, 1), /without its boundaries. Give the .shp/, "a .dbf alone"),
    json('{"type":"FeatureCollection","features":[{"type"', /JSON cannot be parsed .*truncated/, "GeoJSON cut off"),
    json('{"type":"Feature', /JSON cannot be parsed/, "a feature cut off"),
    one("x.geojson", Uint8Array.of(123, 34, 255, 34, 125), /not UTF-8/, "GeoJSON in another encoding"),
    json("[1, 2]", /the file is a JSON list/, "a list of numbers"),
    json('{"type":"Table"}', /the JSON type is "Table". Give a GeoJSON/, "JSON of another kind"),
    json('{"type":"FeatureCollection"}', /there is no list of features/, "a collection without features"),
    json('{"type":"FeatureCollection","features":[]}', /the layer has no features/, "a collection of nothing"),
    json('{"type":"Topology","objects":{}}', /the Topology has no list of arcs/, "TopoJSON without arcs"),
    json(
      '{"type":"Topology","arcs":[],"objects":{"x":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[7]],"id":"a"}]}}}',
      /feature 1 of the object x refers to arcs that do not exist/,
      "TopoJSON with stray arcs",
    ),
    {
      what: "a layer that the file does not have",
      lower: "a.geojson#wards",
      says: /there is no layer wards. Leave out #wards: the file has one layer/,
    },
    features(
      /1 of 2 features are not areas \(Point\)/,
      "points among polygons",
      polygonFeature("a", [squareRing(-2, 51)]),
      withGeometry("Point", [-1, 51]),
    ),
    features(
      /none of the 1 features is an area \(LineString\)/,
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
      /there is no column of codes or names among colour/,
      "columns without codes",
      namedFeatures({ colour: "red" }),
    ),
    features(
      /there are no columns, so areas cannot be identified. Give a file with a code or a name/,
      "features without columns",
      namedFeatures({}),
    ),
    features(
      /feature 2: code "A" occurs in feature 1 too/,
      "a code twice",
      namedFeatures({ code: "A" }),
      namedFeatures({ code: "A" }, -1),
    ),
    features(
      /feature 2: the column code is empty/,
      "an empty code",
      namedFeatures({ code: "A" }),
      namedFeatures({ code: "" }, -1),
    ),
    {
      ...features(
        /x.geojson, feature 1 \(A\): the column name is empty/,
        "an empty name",
        namedFeatures({ code: "A", name: " " }),
      ),
      lower: { address: "x.geojson", code: "code", name: "name" },
    },
    features(
      /feature 1 \(a.b\): the code "a\\tb" is invalid. Give codes of 1 to 64/,
      "a code with a tab",
      namedFeatures({ code: "a\tb" }),
    ),
    {
      ...features(
        /there is no column GSS. Choose one of code, name/,
        "a column that is not there",
        namedFeatures({ code: "A", name: "B" }),
      ),
      lower: { address: "x.geojson", code: "GSS" },
    },
    features(
      /no area encloses any land/,
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
      /crosses itself near \[-1.5, 51.5\] so that 100% of its area depends on how it is read. Redraw it/,
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
      /feature 1 \(a\): two parts overlap near .* 4% of the area depends on whether that is land or a hole. Make/,
      "parts over each other",
      withGeometry("MultiPolygon", [[squareRing(-2, 51)], [squareRing(-1.6, 51.4, 0.2)]]),
    ),
    features(
      /feature 1 \(a\): a hole of .* near \[-0\.5, 51\] lies outside its polygon: .* depends on whether that is land. Give/,
      "a hole outside its polygon",
      polygonFeature("a", [squareRing(-2, 51), squareRing(-0.5, 51, 0.5)]),
    ),
    features(
      /feature \d \([ab]\): the area is the same land as Area [ab] \([ab]\). Remove one of them/,
      "an area under two codes",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-2, 51)]),
    ),
    features(
      /feature 2 \(b\): the area lies within Area a \(a\), so that .* would count for both. Give areas of one level only/,
      "districts and their county in one layer",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-2, 51, 0.5)]),
    ),
    features(
      /^x\.geojson: 1 pair of areas overlaps, by .* of the layer\); the largest overlap .* thick. Give areas that cover the land once/,
      "areas that overlap by much",
      polygonFeature("a", [squareRing(-2, 51)]),
      polygonFeature("b", [squareRing(-1.5, 51)]),
    ),
    features(
      /^x\.geojson, feature 3: code "A" occurs in feature 1 too. Give every area one feature/,
      "a code twice among others, with names that are not",
      namedFeatures({ code: "A", name: "One" }),
      namedFeatures({ code: "B", name: "Two" }, -1),
      namedFeatures({ code: "A", name: "Three" }, -1),
    ),
    features(
      /^x\.geojson and f\.geojson: the layers share slivers at most. Give layers of the same place/,
      "layers that meet in a sliver alone",
      polygonFeature("a", [squareRing(-0.0001, 51)]),
    ),
    features(
      /^x\.geojson, feature 1 \(a\): polygon 1, outer ring, position 1 is \[null,51\]. Give \[longitude, latitude\]/,
      "a position without a longitude",
      polygonFeature("a", [[[null, 51] as never, [-1, 51], [-1, 52], [null, 51] as never]]),
    ),
    features(/Nest them as GeoJSON/, "coordinates that are not nested", withGeometry("Polygon", [1, 2, 3])),
    {
      ...features(
        /the system is EPSG:4326.*metres, not degrees. Pass --lower-crs EPSG:27700/,
        "metres that are said to be degrees",
        polygonFeature("a", [metres]),
      ),
      lower: { address: "x.geojson", crs: "EPSG:4326" },
    },
    {
      what: "degrees that are said to be metres",
      lower: { address: "a.geojson", crs: "EPSG:27700" },
      says: /degrees, not metres. Pass --lower-crs EPSG:4326/,
    },
    {
      what: "a system that is not supported",
      lower: { address: "a.geojson", crs: "EPSG:99999" },
      says: /EPSG:99999 is not supported. Give its proj4 definition/,
    },
    {
      what: "a system that is no code",
      lower: { address: "a.geojson", crs: "OSGB" },
      says: /"OSGB" is not a coordinate system/,
    },
    features(
      /does not declare the coordinate system .* Name it with --lower-crs/,
      "metres without a system",
      polygonFeature("a", [squareRing(5_000_000, 3_000_000, 9)]),
    ),
    features(
      /latitude seems to come first.*--lower-axes yx/,
      "latitude first",
      polygonFeature("a", [squareRing(51, -2)]),
      polygonFeature("b", [squareRing(52, -2)]),
    ),
    features(
      /the layers are disjoint: one lies between/,
      "layers of two places",
      polygonFeature("a", [squareRing(100, -30)]),
    ),
    one("x.zip", zip({ "a.txt": "hello" }), /the zip has no boundaries, only a.txt/, "a zip without boundaries"),
    one("x.zip", zip({ "a.shp": "x" }).subarray(0, 40), /the zip cannot be read/, "a zip cut off"),
    one("x.zip", zip({ "../../a.geojson": AUTHORITIES }), /a path leads out of the zip/, "a zip with a path out of it"),
    one("x.zip", zip({ "bomb.geojson": " ".repeat(30_000_000) }), /unpacks to \d+ times its size/, "a zip bomb"),
    one(
      "x.zip",
      zip({ "in.zip": zip({ "a.geojson": AUTHORITIES }) }),
      /the zip contains another, in.zip/,
      "a zip in a zip",
    ),
    one(
      "x.zip",
      zip({ "a.shp": shapefileHeader(100) }),
      /the .dbf, .* is missing beside the .shp/,
      "a .shp without .dbf",
    ),
    one(
      "x.zip",
      zip({ "a.shp": shapefileHeader(100_000), "a.dbf": dbfHeader() }),
      /100 of the 100000 bytes that its header declares/,
      "a .shp cut off",
    ),
    one(
      "x.fgb",
      Uint8Array.from([0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0, 200, 0, 0, 0, 1, 2]),
      /the FlatGeobuf is incomplete/,
      "a FlatGeobuf cut off",
    ),
    one(
      "x.gpkg",
      new TextEncoder().encode(`SQLite format 3\0${"x".repeat(500)}`),
      /the GeoPackage cannot be read/,
      "a GeoPackage that is not one",
    ),
    one("x.kml", "<kml><Document><Placemark><Polygon>", /the KML cannot be parsed \(unclosed xml tag/, "KML cut off"),
    one(
      "x.kml",
      '<!DOCTYPE kml [<!ENTITY a "aaaa">]><kml>&a;</kml>',
      /XML entities, which are not supported. Save it without them/,
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

/** The first hundred bytes of a .shp of polygons whose header declares this length. */
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

/** The drawn layers that are valid. */
export const VALID_FILES = { "f.geojson": FOOTPRINTS, "a.geojson": AUTHORITIES };
