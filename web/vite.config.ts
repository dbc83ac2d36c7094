// biome-ignore-all lint/style/noDefaultExport: Vite reads its configuration from the default export
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { precompressAssets } from "./vite-plugins/precompress-assets.js";
import { preloadModule } from "./vite-plugins/preload-module.js";

const web = import.meta.dirname;
const explorer = resolve(web, "explorer/index.html");
const explorerMap = resolve(web, "explorer/map/explorer-map.ts");

/**
 * Builds the pages into dist/web. A page is a folder with an index.html; what it needs lands under content-hashed
 * names in assets/, and nothing is fetched from any other host.
 */
export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [preloadModule(explorer, explorerMap), precompressAssets([explorer, explorerMap])],
  build: {
    outDir: resolve(web, "../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0, // a data: address would need a hole in the Content-Security-Policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000, // kB; the editor, Monaco, is 2,800
    rolldownOptions: {
      input: {
        explorer,
        playground: resolve(web, "playground/index.html"),
      },
      // "use client" in React libraries means nothing here, and where the build's time goes is nobody's worry.
      checks: { moduleLevelDirective: false, pluginTimings: false },
    },
  },
  // MapLibre's threads take in a module only if its name ends so.
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "assets/[name]-[hash].mjs" } } },
});
