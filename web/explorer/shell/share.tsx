import { useContext, useState } from "preact/hooks";
import type { Overview } from "../data/overview.js";
import type { ExplorerMap } from "../map/explorer-map.js";
import { mapPng } from "../map/map-png.js";
import { hasOwnColours } from "../map/picture-of.js";
import { keyEntries } from "../parts/key-entries.js";
import { capital } from "../parts/nouns.js";
import { saveFile } from "../parts/save-file.js";
import { viewWords } from "../parts/words.js";
import { useWords } from "../state/edition-context.js";
import { editionsBeside } from "../state/editions-beside.js";
import { StateContext } from "../state/state-context.js";

/** Ways to take the view along: its address, and a picture of the map. */
export function Share({ overview, map }: { readonly overview: Overview; readonly map: ExplorerMap | null }) {
  const { state } = useContext(StateContext);
  const words = useWords();
  const [said, setSaid] = useState("");
  const say = (words: string) => {
    setSaid(words);
    setTimeout(() => setSaid(""), 4_000);
  };
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(
      () => say("Copied"),
      () => say("Copy the address from the browser’s address bar"),
    );
  };
  const save = async (from: ExplorerMap) => {
    const hasKey = !hasOwnColours(state, overview);
    const beside = editionsBeside(state, overview.editions);
    const key = hasKey ? keyEntries(overview.footprints, state, words) : [];
    const picture = await mapPng(await from.snapshot(), {
      title: beside
        ? `${capital(words.footprints)} and ${words.councils}: ${beside.olderLabel} left of the line, ${beside.newerLabel} right`
        : `${viewWords(state.view, words, overview.editions)}: ${overview.edition.title}`,
      key: beside ? key.map((entry) => ({ ...entry, count: null })) : key,
      attribution: overview.edition.sources[0]?.attribution ?? "",
      paper: getComputedStyle(document.body).backgroundColor,
      ink: getComputedStyle(document.body).color,
    });
    saveFile(`coterminous-${state.edition}-${state.view}.png`, picture);
  };
  return (
    <p class="share">
      <button type="button" onClick={copy}>
        Copy link
      </button>
      <button
        type="button"
        disabled={!map}
        onClick={() => {
          if (map) save(map).catch(() => say("The picture could not be made"));
        }}
      >
        Save picture
      </button>
      <span role="status">{said}</span>
    </p>
  );
}
