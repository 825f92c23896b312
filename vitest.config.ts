// Here so that `npx vitest` finds the tests' configuration and not the web build's.
export { default } from "./tests/vitest.config.ts";
