import type { Locale } from "#app/i18n/locales.ts";

/** Everything that can be wrong with an instrument whose form is right. The words are in the messages, `surveys.fault`. */
export const FAULT_CODES = [
  "name-twice",
  "page-empty",
  "translation-missing",
  "question-unknown",
  "forward-reference",
  "circle",
  "condition-misfit",
  "condition-value-unknown",
  "depends-on-apart",
  "unreachable-question",
  "unreachable-page",
  "unreachable-end",
  "too-complex",
  "options-missing",
  "rows-missing",
  "carried-from-misfit",
  "carried-too-far",
  "code-twice",
  "code-reserved",
  "list-unknown",
  "list-code-unknown",
  "exclusive-misfit",
  "ranking-larger-than-options",
  "at-most-larger-than-options",
  "limits-crossed",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Where it is, as narrowly as can be said. */
export interface Fault {
  readonly code: FaultCode;
  readonly page?: string | undefined;
  readonly question?: string | undefined;
  /** the name, code or list that it is about; of a circle the questions it runs through */
  readonly item?: string | undefined;
  readonly locale?: Locale | undefined;
}

/** The only thing that may be published in spite of it: it says that a check was not finished, not that it failed. */
const MAY_STAND: readonly FaultCode[] = ["too-complex"];

export const stopsPublishing = ({ code }: Fault): boolean => !MAY_STAND.includes(code);
