import type { Command } from "commander";
import type { Config } from "../config.js";
import { dissolveEdition } from "../edition/dissolve/dissolve-edition.js";
import { readRecipe } from "../edition/dissolve/recipe.js";

/** Adds `compile`: dissolves small areas into the layers of an edition. */
export function registerCompile(commands: Command, config: Config): void {
  commands
    .command("compile")
    .description("make an edition from the boundaries and the table of small areas")
    .argument("<recipe>", "the recipe: geodata/recipes/stp-2017.json")
    .requiredOption("--from <folder>", "the folder of the files that the recipe names")
    .option("--to <folder>", "the edition's folder (default: geodata/<edition>)")
    .action((recipePath: string, { from, to }: { from: string; to?: string }) => {
      const recipe = readRecipe(recipePath);
      dissolveEdition(recipe, { folder: from, target: to ?? `${config.geodataFolder}/${recipe.manifest.id}` });
    });
}
