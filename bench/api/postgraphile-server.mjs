// The peer: PostGraphile over the PostgreSQL whose socket is in a folder. Prints its port when it listens.
import { createServer } from "node:http";
import pg from "pg";
import { postgraphile } from "postgraphile";

const [folder] = process.argv.slice(2);
const pool = new pg.Pool({ host: folder, user: "bench", database: "postgres", max: 16 });
const handler = postgraphile(pool, "coterminous", {
  disableQueryLog: true,
  dynamicJson: true,
  graphiql: false,
  simpleCollections: "only",
});
const server = createServer(handler);
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
