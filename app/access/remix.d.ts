import type { LoadContext } from "./load-context.ts";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}

  /** Loader data reaches a page as it was returned, dates included, and not by way of JSON. */
  interface Future {
    v3_singleFetch: true;
  }
}
