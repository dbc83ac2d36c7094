import { Builder } from "flatbuffers";
import { magicbytes } from "flatgeobuf/lib/mjs/constants.js";
import { Column } from "flatgeobuf/lib/mjs/flat-geobuf/column.js";
import { ColumnType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Crs } from "flatgeobuf/lib/mjs/flat-geobuf/crs.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { buildFeature } from "flatgeobuf/lib/mjs/generic/feature.js";
import { parseGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { HeaderMeta } from "flatgeobuf/lib/mjs/header-meta.js";
import type { MapDocument, MapLayer, MapOrigin } from "../map-document.js";
import { geojsonFeatures, type MapShape, type ShapedFeature, shapesBbox } from "./to-geojson.js";

const WGS_84 = 4326; // EPSG

/**
 * A layer as FlatGeobuf, without a spatial index. Polygons are written as multipolygons, so that all features have one type.
 *
 * The header is built here because the library's own writer infers a column's type from the first feature only, and
 * cannot set extent, title and metadata.
 * @see https://github.com/flatgeobuf/flatgeobuf/blob/master/src/fbs/header.fbs
 */
export function toFlatgeobuf({ topology, origin }: MapDocument, layer: MapLayer): Uint8Array {
  const features = geojsonFeatures(layer, topology);
  const columns = columnsOf(features);
  const header: HeaderMeta = {
    geometryType: features.some(({ geometry }) => geometry.type === "MultiLineString")
      ? GeometryType.MultiLineString
      : GeometryType.MultiPolygon,
    columns: columns.map((column) => ({ ...UNDESCRIBED, ...column })),
    envelope: Float64Array.from(shapesBbox(features.map(({ geometry }) => geometry)) ?? []),
    featuresCount: features.length,
    indexNodeSize: 0,
    crs: null,
    title: layer.name,
    description: origin.attribution,
    metadata: null,
  };
  const parts = [
    magicbytes,
    headerBytes(header, origin),
    ...features.map(({ geometry, properties }) =>
      buildFeature(parseGeometry(asMulti(geometry)), { ...properties }, header),
    ),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

const UNDESCRIBED = {
  title: null,
  description: null,
  width: -1,
  precision: -1,
  scale: -1,
  nullable: true,
  unique: false,
  primary_key: false,
};

function asMulti(shape: MapShape) {
  return shape.type === "Polygon" ? { type: "MultiPolygon" as const, coordinates: [shape.coordinates] } : shape;
}

function columnsOf(features: readonly ShapedFeature[]) {
  return Object.keys(features[0]?.properties ?? {}).map((name) => ({
    name,
    type: columnType(features.map(({ properties }) => properties[name] ?? null)),
  }));
}

const MAX_INT32 = 2 ** 31 - 1;

function columnType(values: readonly (string | number | boolean | null)[]): ColumnType {
  const known = values.filter((value) => value !== null);
  if (known.length > 0 && known.every((value) => typeof value === "boolean")) return ColumnType.Bool;
  if (known.length === 0 || !known.every((value) => typeof value === "number")) return ColumnType.String;
  return known.every((value) => Number.isInteger(value) && Math.abs(value) <= MAX_INT32)
    ? ColumnType.Int
    : ColumnType.Double;
}

function headerBytes(header: HeaderMeta, origin: MapOrigin): Uint8Array {
  const builder = new Builder();
  const columns = (header.columns ?? []).map(({ name, type }) => {
    const nameOffset = builder.createString(name);
    Column.startColumn(builder);
    Column.addName(builder, nameOffset);
    Column.addType(builder, type);
    return Column.endColumn(builder);
  });
  const columnsOffset = Header.createColumnsVector(builder, columns);
  const envelopeOffset = Header.createEnvelopeVector(builder, header.envelope ?? new Float64Array());
  const nameOffset = builder.createString(header.title);
  const descriptionOffset = builder.createString(header.description);
  const metadataOffset = builder.createString(JSON.stringify(origin));
  const organisation = builder.createString("EPSG");
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, WGS_84);
  const crsOffset = Crs.endCrs(builder);

  Header.startHeader(builder);
  Header.addName(builder, nameOffset);
  Header.addEnvelope(builder, envelopeOffset);
  Header.addGeometryType(builder, header.geometryType);
  Header.addColumns(builder, columnsOffset);
  Header.addFeaturesCount(builder, BigInt(header.featuresCount));
  Header.addIndexNodeSize(builder, header.indexNodeSize);
  Header.addCrs(builder, crsOffset);
  Header.addDescription(builder, descriptionOffset);
  Header.addMetadata(builder, metadataOffset);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return builder.asUint8Array();
}
