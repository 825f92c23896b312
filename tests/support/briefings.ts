import type { Actor } from "#app/access/actor.ts";
import { type BriefingText, partOf } from "#app/features/briefings/briefing.ts";
import {
  createBriefing,
  saveAsks,
  saveTexts,
} from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { textsOf } from "#app/features/briefings/drafting/briefing-forms.ts";
import { type BriefingView, readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { approveBriefing, submitBriefing } from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { shownTexts } from "#app/features/briefings/drafting/shown-texts.server.ts";
import { chooseTables, computeTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import type { SentText } from "#app/features/briefings/drafting/texts-together.ts";
import { type TableChoice, tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { importIncidents } from "#app/features/cases/import/incident-import.server.ts";
import { parsePublicIncidents } from "#app/features/cases/import/public-incidents.ts";
import { readSeedText } from "#app/features/taxonomy/seed-csv.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { actorFor, newColleague, newWorld, type Person, valueFrom, type World } from "./world.ts";

/** An installation with the public incidents and everybody a briefing needs. */
export interface Newsroom {
  readonly world: World;
  readonly editor: Person;
  readonly analyst: Person;
  readonly as: {
    editor(): Promise<Actor>;
    analyst(): Promise<Actor>;
    guardian(which?: 0 | 1): Promise<Actor>;
    intake(): Promise<Actor>;
  };
}

export async function newNewsroom(): Promise<Newsroom> {
  const world = await newWorld();
  const editor = await newColleague(world, "editor");
  const analyst = await newColleague(world, "analyst");
  const as = {
    editor: () => actorFor(editor, "editor"),
    analyst: () => actorFor(analyst, "analyst"),
    guardian: (which: 0 | 1 = 0) => actorFor(world.guardians[which], "guardian"),
    intake: () => actorFor(world.coordinators[0], "intake", world.setUp.teamId),
  };
  const { incidents } = parsePublicIncidents(readSeedText("public-incidents"));
  valueFrom(await importIncidents(await as.intake(), incidents));
  return { world, editor, analyst, as };
}

export const aText = (title = "Turned away"): BriefingText => ({
  title,
  claim: "Accounts are closed and payments stop.",
  sections: {
    who_answered: "Public reports were read.",
    what_happened: "The account comes first.",
    who_refused: "Commercial banks, above all.",
    time_and_money: "Nobody says how long it lasts.",
    what_it_does: "Help arrives late.",
    what_helped: "A court, sometimes.",
  },
});

const byOrganisation = (dimension: "affected_region" | "incident_group"): TableChoice => ({
  measure: "organisations",
  dimensions: [dimension],
  where: null,
});
/** Few tables, so that a search takes no time that a test needs. */
export const TWO_TABLES = [byOrganisation("affected_region"), byOrganisation("incident_group")] as const;
export const INCIDENT_TABLE = tableIdOf(TWO_TABLES[1]);

/** A whole draft with tables, in English and French. */
export async function aDraft({ as }: Newsroom, session = "ASP25"): Promise<BriefingId> {
  const editor = await as.editor();
  const { briefingId } = valueFrom(
    await createBriefing(editor, {
      session,
      tlp: "tlp_clear",
      locales: ["en", "fr"],
      figures: [],
    }),
  );
  await writeText(editor, briefingId, "en", aText());
  await writeText(editor, briefingId, "fr", aText("Éconduits"));
  valueFrom(await saveAsks(editor, briefingId, 3, [{ code: "SP2", evidence: [INCIDENT_TABLE], dueOn: null }]));
  const analyst = await as.analyst();
  valueFrom(await chooseTables(analyst, briefingId, 4, TWO_TABLES));
  valueFrom(await computeTables(analyst, briefingId, 4));
  return briefingId;
}

/** Texts of parts and languages over whatever stands there now, as somebody does who has just read it. */
export async function writeTexts(editor: Actor, id: BriefingId, sent: readonly SentText[]) {
  const { draft } = await look(editor, id);
  const now = sent.map((one) => ({ ...one, text: partOf(draft.texts[one.locale], one.part) }));
  return saveTexts(editor, id, shownTexts(now), sent);
}

export const writeText = async (editor: Actor, id: BriefingId, locale: Locale, text: BriefingText) =>
  valueFrom(await writeTexts(editor, id, textsOf(locale, text)));

/** A draft in review, approved by its editor, with the fingerprint that a guardian sees. */
export async function inReview(room: Newsroom, session?: string): Promise<{ id: BriefingId; hash: string }> {
  const id = await aDraft(room, session);
  const editor = await room.as.editor();
  valueFrom(await submitBriefing(editor, id, { recordVersion: 4, comment: "" }));
  const hash = (await look(editor, id)).hash ?? "";
  valueFrom(await approveBriefing(editor, id, hash));
  return { id, hash };
}

export const look = (actor: Actor, id: BriefingId): Promise<BriefingView> => readBriefing(actor, id);
