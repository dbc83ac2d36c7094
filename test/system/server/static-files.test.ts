import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { router } from "../../../src/server/http/router.js";
import { openPages } from "../../../src/server/routes/pages.js";

const SCRIPT = "export const answer = 42;\n".repeat(100);
// Larger than the server's own compression.
const PRECOMPRESSED = brotliCompressSync(SCRIPT, { params: { [constants.BROTLI_PARAM_QUALITY]: 0 } });

let server: Server;
let address: string;

beforeAll(async () => {
  const root = await mkdtemp(join(tmpdir(), "coterminous-static-"));
  const folder = join(root, "web");
  await mkdir(join(folder, "assets"), { recursive: true });
  await mkdir(join(folder, "playground"));
  await writeFile(join(root, "secret.txt"), "secret");
  await writeFile(join(folder, "assets/page-abc123.js"), SCRIPT);
  await writeFile(join(folder, "assets/font-abc123.woff2"), "font");
  await writeFile(join(folder, "assets/map-abc123.js"), SCRIPT);
  await writeFile(join(folder, "assets/map-abc123.js.br"), PRECOMPRESSED);
  await writeFile(join(folder, "playground/index.html"), "<!doctype html><title>Playground</title>");

  const pages = openPages(folder);
  const route = router([
    { path: "/assets/*", methods: ["GET", "HEAD"], handle: ({ pathname }) => pages.asset(pathname) },
    { path: "/graphql", methods: ["GET", "HEAD"], handle: () => pages.page("playground") },
  ]);
  server = createServer((request, response) => void route(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => void server.close());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(address + path, { method, headers });

test("an asset has its type and may be cached forever", async () => {
  const response = await get("/assets/page-abc123.js");

  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(await response.text()).toBe(SCRIPT);
});

test.each(["br", "gzip"])("a client that takes %s gets it, smaller and whole", async (coding) => {
  const response = await get("/assets/page-abc123.js", { "accept-encoding": coding });

  expect(response.headers.get("content-encoding")).toBe(coding);
  expect(Number(response.headers.get("content-length"))).toBeLessThan(SCRIPT.length / 10);
  expect(await response.text()).toBe(SCRIPT);
});

test("a brotli file beside another is sent as it is, and has no address of its own", async () => {
  const response = await get("/assets/map-abc123.js", { "accept-encoding": "br" });
  const plain = await get("/assets/map-abc123.js", { "accept-encoding": "identity" });
  const precompressed = await get("/assets/map-abc123.js.br");

  const made = await get("/assets/page-abc123.js", { "accept-encoding": "br" });
  const bytes = (of: Response) => Number(of.headers.get("content-length"));

  expect(bytes(response)).toBe(PRECOMPRESSED.length);
  expect(bytes(made)).not.toBe(PRECOMPRESSED.length);
  expect(await response.text()).toBe(SCRIPT);
  expect(await plain.text()).toBe(SCRIPT);
  expect(precompressed.status).toBe(404);
});

test("a coding refused with q=0 is not used", async () => {
  const response = await get("/assets/page-abc123.js", { "accept-encoding": "br;q=0, gzip;q=0.5" });

  expect(response.headers.get("content-encoding")).toBe("gzip");
});

test("a font is not compressed twice", async () => {
  const response = await get("/assets/font-abc123.woff2", { "accept-encoding": "br" });

  expect(response.headers.get("content-encoding")).toBeNull();
});

test("each encoding has its own entity tag, and 304 answers a client that has it", async () => {
  const plain = (await get("/assets/page-abc123.js", { "accept-encoding": "identity" })).headers.get("etag") ?? "";
  const brotli = (await get("/assets/page-abc123.js", { "accept-encoding": "br" })).headers.get("etag") ?? "";

  const again = await get("/assets/page-abc123.js", { "accept-encoding": "br", "if-none-match": `"x", W/${brotli}` });

  expect(plain).not.toBe(brotli);
  expect(again.status).toBe(304);
  expect(await again.text()).toBe("");
});

test("HEAD reports the length and sends no body", async () => {
  const response = await get("/assets/page-abc123.js", { "accept-encoding": "identity" }, "HEAD");

  expect(response.headers.get("content-length")).toBe(String(SCRIPT.length));
  expect(await response.text()).toBe("");
});

test("an asset rejects POST and says which methods it allows", async () => {
  const response = await get("/assets/page-abc123.js", {}, "POST");

  expect(response.status).toBe(405);
  expect(response.headers.get("allow")).toBe("GET, HEAD, OPTIONS");
});

test("a page asks to be revalidated, runs only our own scripts and cannot be framed", async () => {
  const response = await get("/graphql");

  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-cache");
  expect(response.headers.get("vary")).toBe("Accept, Accept-Encoding");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  expect(response.headers.get("referrer-policy")).toBe("no-referrer");
  const policy = response.headers.get("content-security-policy")?.split("; ");
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"]));
});

test.each([
  "/assets/missing.js",
  "/assets/../../secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/assets/",
  "/playground/index.html",
  "/secret.txt",
])("%s is not served", async (path) => {
  const { port } = server.address() as AddressInfo;

  // node:http sends the path as it is; fetch would tidy the dots away.
  const status = await new Promise((resolve) => request({ port, path }, (r) => resolve(r.resume().statusCode)).end());

  expect(status).toBe(404);
});

test("a folder that was never built has no pages", () => {
  const pages = openPages(join(tmpdir(), "coterminous-no-such-folder"));

  expect(pages.asset("/assets/page-abc123.js")).toBeNull();
  expect(pages.page("playground")).toBeNull();
});
