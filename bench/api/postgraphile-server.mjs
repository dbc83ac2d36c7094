// The peer: PostGraphile over the PostgreSQL whose socket is in a folder, in so many processes. Prints its port when all
// listen.
import cluster from "node:cluster";
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

const [folder, processCount] = process.argv.slice(2);

if (cluster.isPrimary) start();
else serve();

function start() {
  let listeningCount = 0;
  cluster.on("listening", (_, { port }) => {
    listeningCount++;
    if (listeningCount === Number(processCount)) console.log(port);
  });
  for (let i = 0; i < Number(processCount); i++) cluster.fork();
}

function serve() {
  const pool = new Pool({ host: folder, user: "bench", database: "postgres", max: 16 });
  const handler = postgraphile(pool, "coterminous", {
    disableQueryLog: true,
    dynamicJson: true,
    graphiql: false,
    simpleCollections: "only",
  });
  const server = createServer(handler);
  server.listen(0, "127.0.0.1");
}
