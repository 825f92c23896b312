// Plain JavaScript, because a thread starts before anything can read TypeScript.
import { register } from "tsx/esm/api";

register();
await import("./extract-worker.ts");
