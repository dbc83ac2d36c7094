// What each layer under src/ may import; docs/architecture.md draws it. cli.ts, build.ts, serve.ts and config.ts
// stand above all of them.
const allowed = {
  model: [],
  geometry: [],
  geodata: ["model", "geometry"],
  overlap: ["model", "geometry"],
  // What keeps layers from being measured, and what can be mended; imports make an edition of files as published.
  doctor: ["model", "geometry", "overlap"],
  imports: ["model", "geometry", "geodata", "overlap", "store", "doctor"],
  analysis: ["model"],
  store: ["model"],
  topology: ["model", "geometry"],
  formats: ["model", "topology"],
  maps: ["model", "analysis", "topology", "formats"],
  tiles: ["model", "geometry", "analysis", "topology", "maps"],
  graphql: ["model", "geometry", "analysis", "store"],
  ogc: ["model", "analysis", "formats", "maps"],
  exports: ["model", "topology", "store", "tiles"],
  // Stored overlaps are never computed here; polygons that users send, and places they ask about, are measured.
  server: ["model", "geometry", "overlap", "workers", "store", "topology", "formats", "maps", "tiles", "ogc", "graphql"],
  // Threads run the pure folders for those who must not wait for them.
  workers: ["model", "geometry", "overlap", "store", "topology", "maps"],
  docs: ["model", "store", "graphql", "server"],
};

const only = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    only("no-cycles", {}, { circular: true }),
    ...Object.entries(allowed).map(([layer, below]) =>
      only(
        `${layer}-imports`,
        { path: `^src/${layer}/` },
        { path: "^src/", pathNot: `^src/(${[layer, ...below].join("|")})/` },
      ),
    ),
    only("pure-layers", { path: "^src/(model|geometry|overlap|doctor|analysis|topology|formats|maps|tiles|ogc)/" }, { dependencyTypes: ["core"] }),
    only("sqlite-in-store", { path: "^src/", pathNot: "^src/store/" }, { path: "node_modules/better-sqlite3/" }),
    only(
      "graphql-on-top",
      { path: "^src/", pathNot: "^src/(graphql|server|docs)/" },
      { path: "node_modules/(graphql|type-graphql|@apollo)/" },
    ),
    only("web-stands-alone", { path: "^web/" }, { path: "^src/" }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
