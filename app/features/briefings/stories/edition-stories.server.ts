import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import type { BriefingDraft } from "#app/features/briefings/briefing.ts";
import type { KeptTables } from "#app/features/briefings/briefing-record.ts";
import { readPackage } from "#app/features/disclosure/audit/written-package.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { listPrintable } from "#app/features/stories/approved-stories.server.ts";
import { bandNames, countryNames, publicTexts, registerNames } from "#app/features/stories/story-finder.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { type EditionStory, editionStories, otherStories, type Surroundings } from "./edition-stories.ts";

type Tables = Pick<KeptTables, "files"> | null;

/** Analysts hold the editorial key and read no story: the database shows them none. */
const reads = ({ role }: Actor) => role === "editor" || role === "guardian";

/** The stories of a draft as they stand at this moment. @returns null for whoever reads none */
export async function readEditionStories(
  actor: Actor,
  tx: Transaction,
  { stories = [] }: BriefingDraft,
  tables: Tables,
): Promise<EditionStory[] | null> {
  if (stories.length === 0) return [];
  if (!reads(actor)) return null;
  return editionStories(stories, await listPrintable(actor, tx), await surroundings(actor, tx, tables));
}

/** What an editor chooses from: those in the draft, in their order, and all others. */
export function readStoryChoices(actor: Actor, { stories = [] }: BriefingDraft, tables: Tables) {
  return withActor(actor, async (tx) => {
    const printable = await listPrintable(actor, tx);
    const around = await surroundings(actor, tx, tables);
    return {
      chosen: editionStories(stories, printable, around),
      others: otherStories(stories, printable, around),
    };
  });
}

async function surroundings(actor: Actor, tx: Transaction, tables: Tables): Promise<Surroundings> {
  const names = [...registerNames((await openRegister(actor, tx)).values()), ...countryNames()];
  const hasFiles = tables !== null && tables.files.length > 0;
  return {
    known: { names, publicSources: publicTexts(), bands: bandNames() },
    printed: hasFiles ? readPackage(new Map(tables.files)) : null,
  };
}
