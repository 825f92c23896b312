import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";

/** Messages reach the browser already parsed, so the parser of their syntax stays at home. */
const parserStaysHome: Plugin = {
  name: "parser-stays-home",
  enforce: "pre",
  resolveId(source, importer, { ssr }) {
    if (ssr || source !== "@formatjs/icu-messageformat-parser") return null;
    return this.resolve(`${source}/no-parser.js`, importer, { skipSelf: true });
  },
};

export default defineConfig({
  plugins: [
    parserStaysHome,
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: {
    // Nothing is inlined: the content security policy allows neither data: addresses nor inline code.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["es2022", "firefox115", "safari16"],
    reportCompressedSize: false,
  },
});
