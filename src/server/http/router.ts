import type { IncomingMessage, ServerResponse } from "node:http";
import { groupBy } from "../../model/group-by.js";
import { badRequestResponse, type HttpResponse, notFoundResponse, problemResponse } from "./response.js";
import { sendResponse } from "./send-response.js";

export type Method = "GET" | "HEAD" | "POST";

/** What a route's handler receives. */
export interface RequestContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The URL up to the `?`, as it was sent. */
  readonly pathname: string;
  /** The rest of the URL, with the `?`; empty without a query string. */
  readonly search: string;
}

/** A path, or with `/*` at the end every path below it, and its handler. */
export type Route = ResponseRoute | StreamingRoute;

interface RoutePattern {
  readonly path: string;
  readonly methods: readonly Method[];
  /** Which requests to the path the route is for; all when left out. */
  readonly matches?: (request: IncomingMessage) => boolean;
}

/** A route that returns its response. */
export interface ResponseRoute extends RoutePattern {
  /** null declines: there is nothing at this path. */
  readonly handle: (context: RequestContext) => HttpResponse | null | Promise<HttpResponse | null>;
}

/** A route that writes its response itself. */
export interface StreamingRoute extends RoutePattern {
  readonly respond: (context: RequestContext) => Promise<void>;
}

/** Responds to a request by its route; returns the path of the route, or null after 404 and 400. */
export type Router = (request: IncomingMessage, response: ServerResponse) => Promise<string | null>;

/** Makes a router. The first matching route that does not decline wins. */
export function router(routes: readonly Route[]): Router {
  const exactRoutes = groupBy(
    routes.filter(({ path }) => !path.endsWith("/*")),
    ({ path }) => path,
  );
  const prefixRoutes = routes.filter(({ path }) => path.endsWith("/*"));
  const paths = [...new Set(routes.map(({ path }) => path))].join(", ");

  const routesOf = (pathname: string, decoded: string) =>
    exactRoutes.get(decoded) ?? prefixRoutes.filter(({ path }) => pathname.startsWith(path.slice(0, -1)));

  return async (request, response) => {
    const [pathname, search] = splitUrl(request.url ?? "/");
    let candidates = exactRoutes.get(pathname);
    if (candidates === undefined) {
      const decoded = decodePathname(pathname);
      if (decoded === null) {
        await sendResponse(request, response, rejectMalformedPath(pathname));
        return null;
      }
      candidates = routesOf(pathname, decoded);
    }
    const context = { request, response, pathname, search };
    for (const route of candidates) {
      const isFor = route.matches === undefined || route.matches(request);
      if (isFor && (await runRoute(route, context))) return route.path;
    }
    await sendResponse(request, response, routeNotFoundResponse(pathname, paths));
    return null;
  };
}

function splitUrl(url: string): [pathname: string, search: string] {
  const at = url.indexOf("?");
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at)];
}

/** Completes the path of a request to a whole URL, which the parser wants; no address is made from it. */
export const BASE_URL = "http://server.invalid";

/** null when the path is malformed. */
function decodePathname(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.startsWith("/") && URL.canParse(pathname, BASE_URL) ? decoded : null;
  } catch {
    return null;
  }
}

/** @returns false when the route declines */
async function runRoute(route: Route, context: RequestContext): Promise<boolean> {
  const { request, response } = context;
  if (!route.methods.includes(request.method as Method)) {
    await sendResponse(request, response, methodNotAllowed(request.method, route));
    return true;
  }
  if ("respond" in route) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag");
    await route.respond(context);
    return true;
  }
  const answer = await route.handle(context);
  if (answer === null) return false;
  await sendResponse(request, response, answer);
  return true;
}

function rejectMalformedPath(pathname: string): HttpResponse {
  const rule = "it must start with / and contain only valid UTF-8 percent-encoding";
  return badRequestResponse(`Malformed URL path ${pathname}: ${rule}.`);
}

function routeNotFoundResponse(pathname: string, paths: string): HttpResponse {
  return notFoundResponse(`There is nothing at ${pathname}. The paths are ${paths}.`);
}

function methodNotAllowed(method: string | undefined, { path, methods }: Route): HttpResponse {
  const allowed = [...methods, "OPTIONS"].join(", ");
  const detail = `${path} does not allow ${method}; allowed are ${allowed}.`;
  return problemResponse(405, { title: "Method not allowed", detail, headers: { Allow: allowed } });
}
