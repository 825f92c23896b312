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

/** Few files instead of many small ones: each costs a whole set of headers on a bad line. */
function chunkOf(id: string): string | undefined {
  if (/node_modules\/(zod|react-hook-form|@hookform)\/|judge-form/.test(id)) return "comfort";
  if (/node_modules\/(react|react-dom|scheduler|@remix-run|react-router|react-router-dom|turbo-stream)\//.test(id))
    return "page";
  if (/node_modules\/(intl-messageformat|@formatjs)\//.test(id)) return "page";
  return /\/app\/(design-system\/(layout|forms|frame)|i18n\/(?!formats|use-formats)|[^/]+\.tsx?$)/.test(id)
    ? "page"
    : undefined;
}

export default defineConfig(({ isSsrBuild }) => ({
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
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
