import { MEASURE_CODES } from "#app/features/registers/measures.ts";
import { now } from "#app/platform/clock.server.ts";
import type { CodeLists } from "./dimensions.ts";

/** The lists as they are today. */
export const codeListsNow = (): CodeLists => ({ measures: MEASURE_CODES, lastYear: now().getUTCFullYear() });
