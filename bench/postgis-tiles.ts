import type { LayerArea } from "../packages/overlap/src/layer/layer-coordinates.js";
import type { TileAddress } from "../src/cartography/tiles/tile-grid.js";
import type { IndexedFacts } from "../src/model/facts.js";
import type { PostGis } from "./postgis.js";

/** The attributes of an area, as in the application's tiles. */
interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly population: number | null;
  readonly areaM2: number;
}

/** Loads layers into tables prepared for tile servers: in web Mercator, indexed, clustered and analysed. */
export async function loadTileTables(
  postgis: PostGis,
  layers: Readonly<Record<string, readonly LayerArea[]>>,
  { footprints, authorities, members }: IndexedFacts,
): Promise<void> {
  const rows = new Map<string, AreaRow>([...footprints, ...authorities, ...members].map((area) => [area.code, area]));
  await postgis.run("create extension if not exists postgis;");
  for (const [table, areas] of Object.entries(layers)) {
    const lines = areas.map(({ code, boundary }, i) => {
      const { name = "", population = null, areaM2 = 0 } = rows.get(code) ?? {};
      return [i + 1, code, name, population ?? "\\N", Math.round(areaM2), JSON.stringify(boundary)].join("\t");
    });
    await postgis.run(`
      create table ${table}_text (id bigint, code text, name text, population integer, area_m2 bigint, boundary text);
      copy ${table}_text from stdin;
${lines.join("\n")}
\\.
      create table ${table} as
        select id, code, name, population, area_m2,
          st_transform(st_setsrid(st_geomfromgeojson(boundary), 4326), 3857) as geom
        from ${table}_text;
      create index ${table}_geom on ${table} using gist (geom);
      cluster ${table} using ${table}_geom;
      vacuum analyze ${table};`);
  }
}

/** Times of tiles made one after another in one session, milliseconds; with the queries of Martin and pg_tileserv. */
export async function postgisTileMs(
  postgis: PostGis,
  tables: readonly string[],
  addresses: readonly TileAddress[],
): Promise<readonly number[]> {
  const queries = addresses.map(({ z, x, y }) => {
    const layers = tables.map(
      (table) => `(
        select st_asmvt(tile, '${table}', 4096, 'geom', 'id') from (
          select st_asmvtgeom(geom, st_tileenvelope(${z}, ${x}, ${y}), 4096, 64, true) as geom,
            id, code, name, population, area_m2
          from ${table}
          where geom && st_tileenvelope(${z}, ${x}, ${y}, margin => 64.0 / 4096)
        ) tile where geom is not null)`,
    );
    return `select length(${layers.join(" || ")});`;
  });
  const out = await postgis.run(`\\timing on\n${queries.join("\n")}`);
  const times = [...out.matchAll(/Time: ([\d.]+) ms/g)].map(([, ms]) => Number(ms));
  if (times.length !== addresses.length)
    throw new Error(`psql printed ${times.length} times for ${addresses.length} tiles`);
  return times;
}
