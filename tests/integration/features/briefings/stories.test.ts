import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { saveStories } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import {
  approveBriefing,
  returnBriefing,
  submitBriefing,
} from "#app/features/briefings/drafting/briefing-review-commands.server.ts";
import { ownStories } from "#app/features/briefings/published/own-stories.server.ts";
import { pdfPath } from "#app/features/briefings/published/release-file.ts";
import { findPublishedFile, findRelease } from "#app/features/briefings/published/release-queries.server.ts";
import { releaseBriefing } from "#app/features/briefings/release/briefing-release-commands.server.ts";
import { readStoryChoices } from "#app/features/briefings/stories/edition-stories.server.ts";
import { changeConsent } from "#app/features/cases/reporting/report-commands.server.ts";
import { addInstitution } from "#app/features/registers/institutions/institution-commands.server.ts";
import { storiesFollow } from "#app/features/stories/consent-follows.server.ts";
import { askForStory, draftStory } from "#app/features/stories/story-commands.server.ts";
import type { StoryForm } from "#app/features/stories/story-forms.ts";
import type { BriefingId, CaseId, StoryId } from "#app/kernel/id.ts";
import { aDraft, look, type Newsroom, newNewsroom } from "../../../support/briefings.ts";
import { onBothDatabases } from "../../../support/database.ts";
import { anInstitution } from "../../../support/institutions.ts";
import { sendReport } from "../../../support/reports.ts";
import { approvedStory, aStory, sayOfStory, TOLD, TOLD_IN_ARABIC } from "../../../support/stories.ts";
import { actorFor, newReporter, type Person, valueFrom } from "../../../support/world.ts";

interface Teller {
  readonly person: Person;
  readonly as: () => Promise<Actor>;
  readonly caseId: CaseId;
  readonly storyId: StoryId;
}

const FRENCH = "La banque a fermé le compte sans dire pourquoi. Personne n’a été payé.";

onBothDatabases("stories in a briefing", () => {
  let room: Newsroom;
  let draft: BriefingId;
  let tellers: Teller[];

  beforeAll(async () => {
    room = await newNewsroom();
    tellers = [
      await aTeller("Riverside Legal Clinic", { texts: { en: TOLD }, beside: ["incident"] }),
      await aTeller("Collectif Mémoire", { texts: { fr: FRENCH } }),
      await aTeller("Harbour Archive", { texts: { ar: TOLD_IN_ARABIC } }),
    ];
    draft = await aDraft(room);
  }, 120_000);

  async function aTeller(name: string, story: Partial<StoryForm>): Promise<Teller> {
    const person = await newReporter(room.world, name);
    return { person, ...(await tells(person, story)), as: () => actorFor(person, "reporter") };
  }
  async function tells(person: Person, story: Partial<StoryForm>) {
    const reporter = await actorFor(person, "reporter");
    const caseId = await sendReport(reporter, { consent: { consent: "c3_anonymised_narrative" } });
    return { caseId, storyId: await approvedStory(await room.as.intake(), reporter, caseId, aStory(story)) };
  }
  const choices = async () => {
    const { draft: kept, tables } = await look(await room.as.editor(), draft);
    return readStoryChoices(await room.as.editor(), kept, tables);
  };
  const choose = async (ids: readonly string[]) => {
    const { chosen, others } = await choices();
    const all = [...chosen, ...others];
    const stories = ids.map((id) => all.find((one) => one.id === id)!).map(({ id, hash }) => ({ id, hash }));
    const { version } = await look(await room.as.editor(), draft);
    return saveStories(await room.as.editor(), draft, version, stories);
  };
  const submitted = async () => {
    const editor = await room.as.editor();
    const { version } = await look(editor, draft);
    valueFrom(await submitBriefing(editor, draft, { recordVersion: version, comment: "" }));
    const { hash } = await look(editor, draft);
    valueFrom(await approveBriefing(editor, draft, hash!));
    return hash!;
  };
  const sentBack = async () => {
    const guardian = await room.as.guardian();
    const { version } = await look(guardian, draft);
    valueFrom(await returnBriefing(guardian, draft, "send_back", { recordVersion: version, comment: "Ended." }));
  };
  const inOrder = () => [tellers[2]!, tellers[0]!, tellers[1]!].map(({ storyId }) => storyId);

  test("editors choose among what reporters have approved, and analysts read none of it", async () => {
    const { chosen, others } = await choices();
    expect(chosen).toEqual([]);
    expect(others.map(({ obstacle }) => obstacle)).toEqual([null, null, null]);
    expect(JSON.stringify(others)).not.toContain(tellers[0]!.caseId);
    valueFrom(await choose(inOrder()));
    const view = await look(await room.as.editor(), draft);
    expect(view.stories?.map(({ id }) => id)).toEqual(inOrder());
    expect(JSON.stringify(view.draft)).not.toContain("ended the account");
    expect((await look(await room.as.analyst(), draft)).stories).toBeNull();
    expect(view.changes).toBeNull();
  });

  test("one an organisation, and beside no figure that the edition does not print", async () => {
    const again = await tells(tellers[0]!.person, { texts: { en: "It took them a year to answer." } });
    const reporter = await tellers[0]!.as();
    const elsewhere = await aTeller("Hillside Archive", {
      texts: { en: TOLD },
      beside: ["incident", "affected_region"],
    });
    const obstacles = new Map((await choices()).others.map(({ id, obstacle }) => [id, obstacle]));
    expect(obstacles.get(again.storyId)).toBe("second");
    // The edition has both tables and none of both together.
    expect(obstacles.get(elsewhere.storyId)).toBe("beside");
    valueFrom(await choose([...inOrder(), again.storyId]));
    const view = await look(await room.as.editor(), draft);
    expect(view.obstacles).toEqual([{ code: "story-refused", place: "4" }]);
    const sent = await submitBriefing(await room.as.editor(), draft, { recordVersion: view.version, comment: "" });
    expect(sent).toMatchObject({ refusal: { code: "briefing.not-ready" } });
    valueFrom(await sayOfStory(reporter, again.caseId, again.storyId, "take_back"));
    valueFrom(await choose(inOrder()));
  });

  test("a guardian reads what would be printed; what its reporter takes back is refused at the release", async () => {
    const hash = await submitted();
    const guardian = await room.as.guardian();
    expect((await look(guardian, draft)).stories?.map(({ content }) => Object.keys(content?.texts ?? {}))).toEqual([
      ["ar"],
      ["en"],
      ["fr"],
    ]);
    const { caseId } = tellers[1]!;
    const lowered = { consent: "c2_aggregate" } as const;
    valueFrom(await changeConsent(await tellers[1]!.as(), caseId, lowered, storiesFollow(caseId)));
    expect(await releaseBriefing(guardian, draft, hash)).toMatchObject({ refusal: { code: "briefing.story-ended" } });
    const { stories, obstacles } = await look(guardian, draft);
    expect(stories?.at(2)).toMatchObject({ content: null, obstacle: "ended" });
    expect(obstacles).toEqual([{ code: "story-ended", place: "3" }]);
    await sentBack();
  });

  test("approved stories are printed in the language they were approved in, and their reporters find them", async () => {
    const other = await aTeller("Hilltop Archive", { texts: { fr: FRENCH } });
    const order = [tellers[2]!.storyId, tellers[0]!.storyId, other.storyId];
    const before = (await look(await room.as.editor(), draft)).hash;
    valueFrom(await choose(order));
    const hash = await submitted();
    expect(hash).not.toBe(before);
    expect((await look(await room.as.guardian(), draft)).changes?.parts).toEqual(["stories"]);
    const { slug } = valueFrom(await releaseBriefing(await room.as.guardian(), draft, hash));
    const { content } = (await findRelease(slug))!;
    const told = (locale: "en" | "fr") =>
      content.texts[locale]!.stories!.items.map((one) => [one.locale, one.direction, one.note, one.beside]);
    expect(told("en")).toEqual([
      ["ar", "rtl", "In Arabic, as it was approved.", null],
      ["en", "ltr", null, "Bank account refused, closed or frozen"],
      ["fr", "ltr", "In French, as it was approved.", null],
    ]);
    expect(told("fr").map(([locale]) => locale)).toEqual(["ar", "en", "fr"]);
    expect(JSON.stringify(content)).not.toContain(tellers[0]!.storyId);
    const file = await findPublishedFile(slug, pdfPath("en"));
    expect(file).toMatchObject({ mediaType: "application/pdf" });
    const printed = async ({ as, caseId, storyId }: Teller) =>
      (await ownStories(await as(), caseId, "en")).find(({ id }) => id === storyId)?.printedIn.map((one) => one.slug);
    expect(await printed(tellers[0]!)).toEqual([slug]);
    expect(await printed(other)).toEqual([slug]);
    valueFrom(await sayOfStory(await other.as(), other.caseId, other.storyId, "take_back"));
    expect(await printed(other)).toEqual([slug]);
  });

  test("a name that comes onto the register since is found in the edition", async () => {
    const { chosen, others } = await choices();
    const bad = (all: typeof others) => all.find(({ id }) => id === tellers[0]!.storyId)?.obstacle;
    expect(bad([...chosen, ...others])).toBeNull();
    valueFrom(await addInstitution(await room.as.intake(), anInstitution({ names: ["Nobody Could"] })));
    const story = { texts: { en: "For weeks nobody could be paid, and so we stopped." } };
    const later = await aTeller("Lakeside Archive", { texts: { en: "We stopped." } });
    const intake = await room.as.intake();
    const drafted = await draftStory(intake, later.caseId, aStory(story));
    const shown = { caseId: later.caseId, id: valueFrom(drafted).storyId, version: 1 };
    expect(await askForStory(intake, shown)).toMatchObject({ refusal: { code: "stories.tells-too-much" } });
    expect(bad([...(await choices()).chosen, ...(await choices()).others])).toBe("faults");
  });
});
