import { useContext, useState } from "preact/hooks";
import { saveFile } from "../components/save-file.js";
import type { Overview } from "../data/overview.js";
import { viewLabel } from "../format/labels.js";
import { legendEntries } from "../format/legend-entries.js";
import { capitalize } from "../format/nouns.js";
import type { ExplorerMap } from "../map/explorer-map.js";
import { mapPng } from "../map/map-png.js";
import { hasIdentityColours } from "../map/map-view-model.js";
import { swipeEditions } from "../state/compared-editions.js";
import { useEdition } from "../state/edition-context.js";
import { StateContext } from "../state/state-context.js";

/** Copies the address of the view, and saves a picture of the map. */
export function Share({ overview, map }: { readonly overview: Overview; readonly map: ExplorerMap | null }) {
  const { state } = useContext(StateContext);
  const { words } = useEdition();
  const [message, setMessage] = useState("");
  const showMessage = (words: string) => {
    setMessage(words);
    setTimeout(() => setMessage(""), 4_000);
  };
  const copy = () => {
    navigator.clipboard.writeText(location.href).then(
      () => showMessage("Copied"),
      () => showMessage("Copy the address from the browser’s address bar"),
    );
  };
  const save = async (from: ExplorerMap) => {
    const hasKey = !hasIdentityColours(state, overview);
    const pair = swipeEditions(state, overview.editions);
    const key = hasKey ? legendEntries(overview.footprints, state, words) : [];
    const picture = await mapPng(await from.snapshot(), {
      title: pair
        ? `${capitalize(words.footprints)} and ${words.councils}: ${pair.olderLabel} left of the line, ${pair.newerLabel} right`
        : `${viewLabel(state.view, words, overview.editions)}: ${overview.edition.title}`,
      key: pair ? key.map((entry) => ({ ...entry, count: null })) : key,
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
          if (map) save(map).catch(() => showMessage("The picture could not be saved"));
        }}
      >
        Save picture
      </button>
      <span role="status">{message}</span>
    </p>
  );
}
