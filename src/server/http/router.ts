import type { IncomingMessage, ServerResponse } from "node:http";
import { groupBy } from "../../model/group-by.js";
import { type HttpResponse, problemResponse } from "./response.js";
import { sendResponse } from "./send-response.js";

export type Method = "GET" | "HEAD" | "POST";

/** What a route is given. */
export interface RequestContext {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The address up to the `?`, as it was sent. */
  readonly pathname: string;
  /** What follows, with the `?`; empty when nothing does. */
  readonly search: string;
}

/** One address, or with `/*` at the end all that begin so, and who answers there. */
export type Route = ResponseRoute | StreamingRoute;

interface RoutePattern {
  readonly path: string;
  /** Which requests of that address it is for; all when left out. */
  readonly matches?: (request: IncomingMessage) => boolean;
}

/** A route that gives an answer back. */
export interface ResponseRoute extends RoutePattern {
  readonly methods: readonly Method[];
  /** null when there is nothing at this address after all. */
  readonly handle: (context: RequestContext) => HttpResponse | null | Promise<HttpResponse | null>;
}

/** A route that responds by itself. */
export interface StreamingRoute extends RoutePattern {
  /** Does nothing and gives false when there is nothing at this address after all. */
  readonly respond: (context: RequestContext) => boolean | Promise<boolean>;
}

/** Lets the routes of a request's address respond and gives the path of the one that did; null, and 404, when none does. */
export type Router = (request: IncomingMessage, response: ServerResponse) => Promise<string | null>;

/** Makes a router. Of several routes that an address fits, the first that has something there responds. */
export function router(routes: readonly Route[]): Router {
  const exactRoutes = groupBy(
    routes.filter(({ path }) => !path.endsWith("/*")),
    ({ path }) => path,
  );
  const prefixRoutes = routes.filter(({ path }) => path.endsWith("/*"));
  const paths = [...new Set(routes.map(({ path }) => path))].join(", ");

  return async (request, response) => {
    const [pathname, search] = splitUrl(request.url ?? "/");
    const context = { request, response, pathname, search };
    let candidates = exactRoutes.get(pathname);
    if (candidates === undefined) {
      const decoded = decodePathname(pathname);
      if (decoded === null) {
        await sendResponse(request, response, malformedPath(pathname));
        return null;
      }
      candidates =
        exactRoutes.get(decoded) ?? prefixRoutes.filter(({ path }) => pathname.startsWith(path.slice(0, -1)));
    }
    for (const route of candidates) {
      const isFor = route.matches === undefined || route.matches(request);
      if (isFor && (await runRoute(route, context))) return route.path;
    }
    await sendResponse(request, response, routeNotFound(pathname, paths));
    return null;
  };
}

/** null when it is no address at all. */
function decodePathname(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.startsWith("/") && URL.canParse(pathname, "http://server.invalid") ? decoded : null;
  } catch {
    return null;
  }
}

function splitUrl(url: string): [pathname: string, search: string] {
  const at = url.indexOf("?");
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at)];
}

async function runRoute(route: Route, context: RequestContext): Promise<boolean> {
  const { request, response } = context;
  if ("respond" in route) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag");
    return route.respond(context);
  }
  const isAllowed = route.methods.includes(request.method as Method);
  const answer = isAllowed ? await route.handle(context) : methodNotAllowed(request.method, route);
  if (answer === null) return false;
  await sendResponse(request, response, answer);
  return true;
}

function malformedPath(pathname: string): HttpResponse {
  const detail = `${pathname} is no address here: it begins with /, and after % come two hexadecimal digits of UTF-8.`;
  return problemResponse(400, { title: "Bad request", detail });
}

function routeNotFound(pathname: string, paths: string): HttpResponse {
  return problemResponse(404, { title: "Not found", detail: `There is nothing at ${pathname}. There are ${paths}.` });
}

function methodNotAllowed(method: string | undefined, { path, methods }: ResponseRoute): HttpResponse {
  const allowed = [...methods, "OPTIONS"].join(", ");
  const detail = `${path} does not take ${method}; it takes ${allowed}.`;
  return problemResponse(405, { title: "Method not allowed", detail, headers: { Allow: allowed } });
}
