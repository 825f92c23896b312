import { readRelease } from "#app/features/disclosure/input/release-request.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { protectInWorker } from "#app/features/disclosure/protect-in-worker.server.ts";
import type { Outcome, ProtectStep } from "#app/features/disclosure/protect-outcome.ts";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { isoDayOf } from "#app/kernel/iso-day.ts";
import { now } from "#app/platform/clock.server.ts";
import { randomToken } from "#app/platform/crypto/random.server.ts";
import { labelOf } from "./briefing-labels.server.ts";
import type { CountedRow } from "./counted-row.ts";
import type { CodeLists } from "./dimensions.ts";
import { type ClearedCode, microRecords, releaseSpecification } from "./release-specification.ts";
import type { TableChoice } from "./table-choice.ts";

export interface ProtectContext {
  readonly cohort: string;
  readonly lists: CodeLists;
  /** institutions that may be named, by the codes in `lists` */
  readonly named?: readonly ClearedCode[];
  /** packages of all earlier releases, the newest last */
  readonly earlier: readonly PackageFiles[];
  /** ends the search at once */
  readonly signal?: AbortSignal | undefined;
  readonly tell?: (step: ProtectStep) => void;
}

/** Has the chosen tables protected and attacked. @returns what came of it, and the seed for the guardians */
export async function protectTables(
  rows: readonly CountedRow[],
  choices: readonly TableChoice[],
  { cohort, lists, named = [], earlier, ...attended }: ProtectContext,
): Promise<{ outcome: Outcome; seed: string; day: Date }> {
  const seed = randomToken();
  const day = now();
  const words = (key: MessageKey) => Object.fromEntries(LOCALES.map((locale) => [locale, textFor(locale)(key)]));
  const otherMoney = words("briefings.package.other-money");
  const labels = {
    wholeLabel: words("briefings.package.all"),
    notSaidLabel: words("briefings.table.not-said"),
    partLabels: {
      other: { amount: otherMoney, extra_cost: otherMoney, staff_days: words("briefings.package.no-staff-days") },
      told: words("briefings.package.staff-days"),
    },
  };
  const request = readRelease({
    specification: releaseSpecification(choices, { cohort, seed, lists, named, labelOf, ...labels }),
    microdata: microRecords(rows, choices, lists),
    earlier,
    date: isoDayOf(day),
  });
  // Choices are judged where they are made, so that only a bug can come this far. Their errors name codes, never cases.
  if (!request.ok) throw new Error(`the tables cannot be asked for: ${JSON.stringify(request.errors)}`);
  return { outcome: await protectInWorker(request.value, attended), seed, day };
}
