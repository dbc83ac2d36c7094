// The peer: PostGraphile over the PostgreSQL whose socket is in a folder. Prints its port when it listens.
import { createServer } from "node:http";
import Module, { createRequire } from "node:module";

// npm puts several copies of graphql 15 beside our graphql 16: all of PostGraphile is to have the same one.
const require = createRequire(import.meta.url);
const paths = createRequire(require.resolve("postgraphile")).resolve.paths("graphql");
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...rest) =>
  /^graphql(\/|$)/.test(request) ? resolve(request, { ...parent, paths }, ...rest) : resolve(request, parent, ...rest);

const { Pool } = require("pg");
const { postgraphile } = require("postgraphile");

const [folder] = process.argv.slice(2);
const pool = new Pool({ host: folder, user: "bench", database: "postgres", max: 16 });
const handler = postgraphile(pool, "coterminous", {
  disableQueryLog: true,
  dynamicJson: true,
  graphiql: false,
  simpleCollections: "only",
});
const server = createServer(handler);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
