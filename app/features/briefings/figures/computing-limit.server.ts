import { env } from "#app/platform/env.server.ts";
import { codeListsNow } from "./code-lists.server.ts";
import type { TableChoice } from "./table-choice.ts";
import { secondsFor } from "./table-cost.ts";

/** How long computing one list may take, in seconds. */
export const computingSeconds = (): number => env().TABLES_SECONDS;

/** Whether it would take longer than it may: then it is not begun. */
export const isTooDear = (choices: readonly TableChoice[]): boolean =>
  secondsFor(choices, codeListsNow()) > computingSeconds();
