import type { Topology } from "topojson-specification";
import type { Tier } from "../state/explorer-state.js";
import { ApiError } from "./api-error.js";
import { fetchJson, fetchJsonUpTo } from "./fetch-json.js";
import type { Question } from "./question.js";
import { areFar, type Shapes } from "./shapes.js";

export type Detail = "LOW" | "MEDIUM";

export interface ShapesWanted {
  readonly edition: string;
  readonly tier: Tier;
  readonly detail: Detail;
}

/** What the page asks of the server. Answers are kept: the data never change while the page is open. */
export interface Api {
  ask<Answer>(question: Question<Answer>): Promise<Answer>;
  /** The footprints of an edition and the councils of a tier, on shared borders; of very many areas only the low detail. */
  shapes(wanted: ShapesWanted): Promise<Shapes>;
}

// Borders of very many small areas have few points to leave out: the finer shapes are tens of megabytes and look the same.
const MOST_ARCS = 20_000;
const MOST_BYTES = 2_000_000; // that the page reads itself: a fifth of a second's work

/** An Api on the page's own server. Questions that failed are asked anew. */
export function createApi(): Api {
  const kept = new Map<string, Promise<unknown>>();
  const keeping = <Value>(key: string, make: () => Promise<Value>): Promise<Value> => {
    const known = kept.get(key) as Promise<Value> | undefined;
    if (known !== undefined) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    return made;
  };
  const drawn = ({ edition, tier, detail }: ShapesWanted): Promise<Shapes> => {
    const layers = `footprints,${tier.toLowerCase()}-tier`;
    const path = `/maps/${encodeURIComponent(edition)}/all.topojson?detail=${detail}&layers=${layers}&properties=code`;
    return keeping(path, async () => {
      const answer = await fetchJsonUpTo(path, MOST_BYTES);
      if ("file" in answer) return { ...answer, path };
      const topology = answer.json as Partial<Topology> | null;
      if (topology?.type !== "Topology" || !topology.arcs || !topology.objects) throw unreadable();
      return { topology: topology as Topology };
    });
  };
  return {
    ask: <Answer>(question: Question<Answer>) => keeping(JSON.stringify(question), () => answer<Answer>(question)),
    shapes: async (wanted) => {
      if (wanted.detail === "LOW") return drawn(wanted);
      const low = await drawn({ ...wanted, detail: "LOW" });
      return areFar(low) || low.topology.arcs.length > MOST_ARCS ? low : drawn(wanted);
    },
  };
}

async function answer<Answer>({ query, variables }: Question<Answer>): Promise<Answer> {
  const body = (await fetchJson("/graphql", {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  })) as { data?: Answer | null; errors?: readonly { readonly message: string }[] } | null;
  const [error] = body?.errors ?? [];
  if (error) throw new ApiError(error.message, false);
  if (body?.data === undefined || body.data === null) throw unreadable();
  return body.data;
}

function unreadable(): ApiError {
  return new ApiError("The server’s answer could not be read.", true);
}
