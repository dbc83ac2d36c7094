import type { Plugin } from "vite";

/**
 * Has a page fetch the code of a module that it imports later: at low priority, beside what it paints first, and without
 * running it.
 *
 * @param page the page's index.html
 * @param module the module, which the page imports with `import()`
 */
export function preloadModule(page: string, module: string): Plugin {
  return {
    name: "preloaded-module",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (_, { filename, bundle = {} }) => {
        if (filename !== page) return [];
        const chunk = Object.values(bundle).find((file) => file.type === "chunk" && file.facadeModuleId === module);
        if (!chunk)
          throw new Error(`${page} imports no module ${module} of its own chunk: there is nothing to preload`);
        const attrs = { rel: "modulepreload", crossorigin: true, fetchpriority: "low", href: `/${chunk.fileName}` };
        return [{ tag: "link", injectTo: "head", attrs }];
      },
    },
  };
}
