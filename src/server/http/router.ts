import type { IncomingMessage, ServerResponse } from "node:http";
import { grouped } from "../../model/grouped.js";
import { type Answer, problemAnswer } from "./answer.js";
import type { AnswerRoute, Exchange, Method, Route } from "./route.js";
import { sendAnswer } from "./send-answer.js";

/** Lets the routes of a request's address respond and gives the path of the one that did; null, and 404, when none does. */
export type Router = (request: IncomingMessage, response: ServerResponse) => Promise<string | null>;

/** Makes a router. Of several routes that an address fits, the first that has something there responds. */
export function router(routes: readonly Route[]): Router {
  const exact = grouped(
    routes.filter(({ path }) => !path.endsWith("/*")),
    ({ path }) => path,
  );
  const families = routes.filter(({ path }) => path.endsWith("/*"));
  const paths = [...new Set(routes.map(({ path }) => path))].join(", ");

  return async (request, response) => {
    const [pathname, search] = parted(request.url ?? "/");
    const exchange = { request, response, pathname, search };
    let fitting = exact.get(pathname);
    if (fitting === undefined) {
      const decoded = decodedAddress(pathname);
      if (decoded === null) {
        await sendAnswer(request, response, notAnAddress(pathname));
        return null;
      }
      fitting = exact.get(decoded) ?? families.filter(({ path }) => pathname.startsWith(path.slice(0, -1)));
    }
    for (const route of fitting) {
      const isFor = route.only === undefined || route.only(request);
      if (isFor && (await responded(route, exchange))) return route.path;
    }
    await sendAnswer(request, response, notFound(pathname, paths));
    return null;
  };
}

/** null when it is no address at all. */
function decodedAddress(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.startsWith("/") && URL.canParse(pathname, "http://server.invalid") ? decoded : null;
  } catch {
    return null;
  }
}

function parted(url: string): [pathname: string, search: string] {
  const at = url.indexOf("?");
  return at === -1 ? [url, ""] : [url.slice(0, at), url.slice(at)];
}

async function responded(route: Route, exchange: Exchange): Promise<boolean> {
  const { request, response } = exchange;
  if ("respond" in route) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag");
    return route.respond(exchange);
  }
  const isAllowed = route.methods.includes(request.method as Method);
  const answer = isAllowed ? await route.answer(exchange) : notAllowed(request.method, route);
  if (answer === null) return false;
  await sendAnswer(request, response, answer);
  return true;
}

function notAnAddress(pathname: string): Answer {
  const detail = `${pathname} is no address here: it begins with /, and after % come two hexadecimal digits of UTF-8.`;
  return problemAnswer(400, { title: "Bad request", detail });
}

function notFound(pathname: string, paths: string): Answer {
  return problemAnswer(404, { title: "Not found", detail: `There is nothing at ${pathname}. There are ${paths}.` });
}

function notAllowed(method: string | undefined, { path, methods }: AnswerRoute): Answer {
  const allowed = [...methods, "OPTIONS"].join(", ");
  const detail = `${path} does not take ${method}; it takes ${allowed}.`;
  return problemAnswer(405, { title: "Method not allowed", detail, headers: { Allow: allowed } });
}
