import type { Plugin } from "vite";

/**
 * Preloads the code of a module that a page imports later: at low priority, without running it.
 *
 * @param page the page's index.html
 * @param module the module, which the page imports with `import()`
 */
export function preloadModule(page: string, module: string): Plugin {
  return {
    name: "preload-module",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { filename, bundle = {} }) => {
        if (filename !== page) return [];
        const chunk = Object.values(bundle).find((file) => file.type === "chunk" && file.facadeModuleId === module);
        if (!chunk) throw new Error(`${module} is not a chunk of its own in ${page}, so it cannot be preloaded`);
        const attrs = { rel: "modulepreload", crossorigin: true, fetchpriority: "low", href: `/${chunk.fileName}` };
        return [{ tag: "link", injectTo: "head", attrs }];
      },
    },
  };
}
