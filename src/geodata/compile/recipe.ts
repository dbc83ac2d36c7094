import { readFileSync } from "node:fs";
import type { Edition, Source } from "../../model/edition.js";
import type { LayerName } from "../../model/layer.js";

/** How an edition is made from small areas: which files, which columns, and what its manifest shall say. */
export interface Recipe {
  readonly manifest: Omit<Edition, "id" | "sources" | "notes"> & {
    readonly id: string;
    readonly notes?: readonly string[];
  };
  readonly blocks: {
    /** TopoJSON of the blocks' boundaries; every geometry's id is the block's code. */
    readonly boundaries: string;
    readonly object: string;
    /** CSV: a row a block with its code, point, people and the areas it belongs to. */
    readonly table: string;
    readonly codeColumn: string;
  };
  /** For each layer: the column that names a block's area, and how the areas table names the layer. */
  readonly layers: Readonly<Record<LayerName, { readonly column: string; readonly inAreas: string }>>;
  /** What a council is, by the beginning of its code. */
  readonly authorityTypes: Readonly<Record<string, string>>;
  /** The tables to copy, by their names in the edition; `areas` is required. */
  readonly tables: Readonly<Record<string, string>>;
  /** Column names that differ from the edition's own: theirs -> ours. */
  readonly renamedColumns: Readonly<Record<string, string>>;
  readonly sources: readonly (Omit<Source, "sha256"> & { readonly file: string | null })[];
}

/** Reads a recipe; its author is whoever runs the command, so only its being JSON is checked here. */
export function readRecipe(path: string): Recipe {
  return JSON.parse(readFileSync(path, "utf8")) as Recipe;
}
