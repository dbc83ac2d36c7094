/** A coordinate reference system. */
export interface CrsDefinition {
  readonly name: string;
  /** Its proj4 definition; null for degrees that are used as WGS 84 unchanged. */
  readonly proj4: string | null;
  /** Accuracy of the transformation to WGS 84, metres; 0 for an exact one. */
  readonly accuracyM: number;
}

const OSGB36 =
  "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy " +
  "+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m"; // EPSG transformation 1314: accuracy 2 m

// Accuracies as EPSG states them for the transformation; plate-fixed datums such as ETRS89 drift from WGS 84 every year.
const CRS_BY_CODE: Readonly<Record<number, CrsDefinition>> = {
  4326: { name: "WGS 84", proj4: null, accuracyM: 0 },
  4258: { name: "ETRS89", proj4: null, accuracyM: 1 },
  4269: { name: "NAD83", proj4: null, accuracyM: 2 },
  3857: {
    name: "Web Mercator",
    proj4: "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null",
    accuracyM: 0,
  },
  27700: { name: "British National Grid", proj4: OSGB36, accuracyM: 2 },
  29902: {
    name: "Irish Grid",
    proj4:
      "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=1.000035 +x_0=200000 +y_0=250000 +a=6377340.189 +b=6356034.447938534 " +
      "+towgs84=482.5,-130.6,564.6,-1.042,-0.214,-0.631,8.15 +units=m",
    accuracyM: 1,
  },
  2157: {
    name: "Irish Transverse Mercator",
    proj4: "+proj=tmerc +lat_0=53.5 +lon_0=-8 +k=0.99982 +x_0=600000 +y_0=750000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
    accuracyM: 1,
  },
  3035: {
    name: "ETRS89 LAEA Europe",
    proj4: "+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
    accuracyM: 1,
  },
  2154: {
    name: "RGF93 Lambert-93",
    proj4:
      "+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
    accuracyM: 1,
  },
  5070: {
    name: "NAD83 Conus Albers",
    proj4: "+proj=aea +lat_0=23 +lon_0=-96 +lat_1=29.5 +lat_2=45.5 +x_0=0 +y_0=0 +ellps=GRS80 +towgs84=0,0,0 +units=m",
    accuracyM: 2,
  },
  2193: {
    name: "New Zealand Transverse Mercator",
    proj4: "+proj=tmerc +lat_0=0 +lon_0=173 +k=0.9996 +x_0=1600000 +y_0=10000000 +ellps=GRS80 +towgs84=0,0,0 +units=m",
    accuracyM: 1,
  },
};

// Blocks of EPSG codes whose last two digits are the UTM zone.
const UTM_BLOCKS = [
  { first: 32601, last: 32660, south: false, name: "WGS 84 UTM", accuracyM: 0 },
  { first: 32701, last: 32760, south: true, name: "WGS 84 UTM", accuracyM: 0 },
  { first: 25828, last: 25838, south: false, name: "ETRS89 UTM", accuracyM: 1 },
  { first: 26901, last: 26923, south: false, name: "NAD83 UTM", accuracyM: 2 },
];

/** The EPSG codes in the registry, for messages. */
export const KNOWN_CRS_CODES = `${Object.keys(CRS_BY_CODE).join(", ")} and UTM zones (32601 to 32760, 25828 to 25838, 26901 to 26923)`;

/** The coordinate system of an EPSG code; null when it is not in the registry. */
export function findCrs(code: number): CrsDefinition | null {
  const crs = CRS_BY_CODE[code];
  if (crs !== undefined) return crs;
  const block = UTM_BLOCKS.find(({ first, last }) => code >= first && code <= last);
  if (block === undefined) return null;
  const zone = code % 100;
  const side = block.south ? " +south" : "";
  return {
    name: `${block.name} zone ${zone}${block.south ? "S" : "N"}`,
    proj4: `+proj=utm +zone=${zone}${side} +ellps=${block.name.startsWith("WGS") ? "WGS84" : "GRS80"} +towgs84=0,0,0 +units=m`,
    accuracyM: block.accuracyM,
  };
}
