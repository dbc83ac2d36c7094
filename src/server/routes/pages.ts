import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, sep } from "node:path";
import { type Asset, assetResponse, createAsset, IMMUTABLE_CACHE_CONTROL } from "../http/asset.js";
import type { HttpResponse } from "../http/response.js";

/** The built web pages, in memory. */
export interface Pages {
  /** A file under `/assets/`; null when there is none at this path. */
  asset(pathname: string): HttpResponse | null;
  /** The page of this name (`playground`); null when it was not built. */
  page(name: string): HttpResponse | null;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".woff2": "font/woff2",
};
const BROTLI_EXTENSION = ".br"; // of the compressed file that Vite wrote beside another

const PAGE_CACHE_CONTROL = "no-cache"; // revalidated; only the names in assets/ carry a hash of their content

// Nothing comes from another host and no script is inline. The editor writes style elements and draws with data: images.
// Workers take the policy of their own file, so assets carry it too.
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "Referrer-Policy": "no-referrer",
  "X-Frame-Options": "DENY",
};

/**
 * Reads the folder that Vite built, once; a missing folder holds no pages.
 *
 * Only names found now are ever served, so no path leads out of the folder. A file with a brotli file beside it
 * (`a.js.br`) is sent as that; other bodies are compressed on their first request.
 *
 * Not sirv: see docs/contributing/decisions/http-libraries.md.
 */
export function openPages(folder: string): Pages {
  const names = new Set(fileNames(folder));
  const isPrecompressed = (name: string) =>
    extname(name) === BROTLI_EXTENSION && names.has(name.slice(0, -BROTLI_EXTENSION.length));
  const files = new Map(
    [...names]
      .filter((name) => !isPrecompressed(name))
      .map((name) => [`/${name}`, readAsset(join(folder, name), names.has(`${name}${BROTLI_EXTENSION}`))]),
  );
  const responseTo = (path: string, cacheControl: string): HttpResponse | null => {
    const file = files.get(path);
    return file === undefined ? null : { ...assetResponse(file, cacheControl), headers: SECURITY_HEADERS };
  };
  return {
    asset: (pathname) => (pathname.startsWith("/assets/") ? responseTo(pathname, IMMUTABLE_CACHE_CONTROL) : null),
    page: (name) => {
      // Browsers get a page and programs get JSON at the same address.
      const response = responseTo(`/${name}/index.html`, PAGE_CACHE_CONTROL);
      return response === null ? null : { ...response, vary: "Accept" };
    },
  };
}

function fileNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
    .map((name) => name.split(sep).filter(Boolean).join("/"));
}

function readAsset(path: string, hasBrotliFile: boolean): Asset {
  const brotli = hasBrotliFile ? readFileSync(`${path}${BROTLI_EXTENSION}`) : undefined;
  return createAsset(readFileSync(path), TYPES[extname(path)] ?? "application/octet-stream", { brotli });
}
