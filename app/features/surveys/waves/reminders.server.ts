import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { formatsFor } from "#app/i18n/formats.ts";
import { type Direction, directionOf, LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { csvText } from "#app/kernel/csv.ts";
import type { WaveId } from "#app/kernel/id.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import { DOWNLOAD_POLICY } from "#app/platform/http/security-headers.ts";
import { seeWave } from "./at-wave.server.ts";
import { panelPage } from "./wave-queries.server.ts";
import { findWave } from "./wave-rows.server.ts";
import { allows } from "./wave-standing.ts";

/** What is written to all who have not answered, in one language. It names nobody and holds no code, for none is kept. */
export interface Reminder {
  readonly language: Locale;
  readonly direction: Direction;
  readonly text: string;
  readonly organisations: readonly string[];
}

export interface Reminders {
  /** day of the last hand-over; whoever has answered since is among them */
  readonly asOf: IsoDay | null;
  readonly reminders: readonly Reminder[];
}

/** For coordinators to copy or print: the product sends no mail. @throws Response the page of what is not there */
export function readReminders(actor: Actor, id: WaveId): Promise<Reminders> {
  return withActor(actor, async (tx) => {
    const wave = await findWave(actor, tx, id);
    if (!wave) throw notFound();
    const { state } = await seeWave(actor, tx, wave);
    const { invited, asOf } = await panelPage(actor, tx, wave);
    const open = allows(state, "remind") ? invited.filter(({ standing }) => standing === "has-code") : [];
    const reminders = LOCALES.flatMap((language) => {
      const organisations = open.filter((one) => one.language === language).map((one) => one.organisation);
      if (organisations.length === 0) return [];
      const text = textFor(language)("waves.reminder.body", { day: formatsFor(language).date(wave.facts.closesOn) });
      return [{ language, direction: directionOf(language), text, organisations }];
    });
    return { asOf, reminders };
  });
}

/** One row for each organisation, with the text in its language. */
export async function remindersFile(actor: Actor, id: WaveId): Promise<Response> {
  const { reminders } = await readReminders(actor, id);
  const rows = reminders.flatMap(({ language, text, organisations }) =>
    organisations.map((organisation) => [organisation, language, text]),
  );
  return new Response(csvText(["organisation", "language", "text"], rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="list.csv"',
      "Content-Security-Policy": DOWNLOAD_POLICY,
    },
  });
}
