// rooms.json says which room may import which; docs/architecture.md draws it.
const rooms = require("./rooms.json");

const pathOf = (path) => `^${path}${/\.ts$/.test(path) ? "$" : "/"}`;
const paths = Object.fromEntries(rooms.map(({ room, path }) => [room, pathOf(path)]));
// Rooms import the engine by its package's name, which leads to what it is compiled to.
const ENGINE = "^packages/overlap/(src|dist)/";
const placeOf = (room) => (room === "overlap" ? ENGINE : paths[room]);
const OWN = "^(src|packages)/";

const only = (name, from, to) => ({ name, severity: "error", from, to });

module.exports = {
  forbidden: [
    only("no-cycles", {}, { circular: true }),
    ...rooms.map(({ room, imports }) =>
      only(`${room}-imports`, { path: paths[room] }, { path: OWN, pathNot: [room, ...imports].map(placeOf) }),
    ),
    only("a-room-for-everything", { path: "^src/", pathNot: Object.values(paths) }, {}),
    only("engine-by-name", { path: "^src/" }, { path: "^packages/overlap/src/" }),
    only(
      "pure-rooms",
      { path: "^src/(model|analysis|api/(maps|ogc|tiles))/", pathNot: "^src/api/tiles/export-tiles" },
      { dependencyTypes: ["core"] },
    ),
    only("engine-in-browsers", { path: "^packages/overlap/src/", pathNot: "^packages/overlap/src/parallel/" }, { dependencyTypes: ["core"] }),
    only("sqlite-in-store", { path: "^src/", pathNot: "^src/store/" }, { path: "node_modules/better-sqlite3/" }),
    only(
      "graphql-on-top",
      { path: "^src/", pathNot: "^src/(api/graphql|server|cli)/" },
      { path: "node_modules/(graphql|type-graphql|@apollo)/" },
    ),
    only("web-stands-alone", { path: "^web/" }, { path: OWN }),
    // From the source, without a build: what unit tests reach is neither compiled nor the real database.
    only(
      "unit-tests-need-no-build",
      { path: "^(test/unit|packages/.+/test)/" },
      { path: "^test/support/(real-|program|compiled-setup|build-web|country-store)", reachable: true },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: ["node_modules", "dist/"] },
    exclude: { path: "^packages/[^/]+/dist/.*\\.map$" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["types", "import", "default"] },
  },
};
