import type { LoadContext } from "./load-context.ts";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext extends LoadContext {}
}
