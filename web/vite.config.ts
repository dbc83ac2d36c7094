// biome-ignore-all lint/style/noDefaultExport: Vite reads its configuration from the default export
import { resolve } from "node:path";
import { defineConfig } from "vite";
import { precompressAssets } from "./vite-plugins/precompress-assets.js";
import { preloadModule } from "./vite-plugins/preload-module.js";

const web = import.meta.dirname;
const explorer = resolve(web, "explorer/index.html");
const explorerMap = resolve(web, "explorer/map/explorer-map.ts");

/**
 * Builds the pages into dist/web. A page is a folder with an index.html; its assets have content-hashed names, and none
 * comes from another host.
 */
export default defineConfig({
  root: web,
  publicDir: false,
  plugins: [preloadModule(explorer, explorerMap), precompressAssets([explorer, explorerMap])],
  build: {
    outDir: resolve(web, "../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    assetsInlineLimit: 0, // data: URLs would need an exception in the Content-Security-Policy
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 3000, // kB; the editor, Monaco, is 2,800
    rolldownOptions: {
      input: {
        explorer,
        playground: resolve(web, "playground/index.html"),
      },
      // "use client" in React libraries means nothing here; timings of plugins are noise.
      checks: { moduleLevelDirective: false, pluginTimings: false },
    },
  },
  // MapLibre's workers import a script as a module only if its name ends in .mjs.
  worker: { format: "es", rolldownOptions: { output: { entryFileNames: "assets/[name]-[hash].mjs" } } },
});
