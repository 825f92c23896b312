import { beforeAll, describe, expect, test } from "vitest";
import { inviteMember } from "#app/features/accounts/invitation/invitation-commands.server.ts";
import { grantWaitingKeys } from "#app/features/accounts/people/key-grants.server.ts";
import { caseReference } from "#app/features/cases/case-reference.ts";
import { findOwnDraft } from "#app/features/cases/reporting/report-queries.server.ts";
import { addFile } from "#app/features/evidence/evidence-commands.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { newAgeIdentity, openWithIdentity } from "#app/platform/crypto/age.server.ts";
import { textOf } from "#app/platform/crypto/bytes.server.ts";
import { pressMain } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { newObjectHome } from "../support/object-home.ts";
import { plainPng } from "../support/pictures.ts";
import { sendReport, typeIn } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";
import { downloaded, type Walker } from "../support/walker.ts";
import { actorFor, newReporter, type Person, redeem, valueFrom } from "../support/world.ts";

/** Each has an institution of their own, which the register does not know yet. */
const BANK = { ar: "Banque du Lac", en: "Harbour Bank" };

const LIST = /\/queue\/lists\/[0-9a-f-]{36}$/;

onDatabase("postgresql", "casework at a browser", (db) => {
  let team: CaseTeam;
  const journey = withJourney(db, async () => {
    newObjectHome();
    team = await newCaseTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    const bank = BANK[options.locale];
    let owner: Person;
    let colleague: Person;
    let cases: CaseId[];
    let intake: Walker;
    let second: Walker;

    beforeAll(async () => {
      owner = await newReporter(team.world, `Members of ${bank}`);
      const reporter = await actorFor(owner, "reporter");
      colleague = await redeem(valueFrom(await inviteMember(reporter, { isOwner: false })).code);
      valueFrom(await grantWaitingKeys(await actorFor(owner, "reporter")));
      const institution = { institutionName: bank, institutionCountry: "DE" };
      cases = [];
      for (let count = 0; count < 3; count += 1) cases.push(await sendReport(reporter, { institution }));
      const { coordinators, setUp } = team.world;
      intake = await journey.walker(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
      second = await journey.walker(options, await signedInAs(coordinators[1], "intake", setUp.teamId));
    }, 60_000);

    const count = (walker: Walker, place: string) => walker.page.locator(place).count();
    const tickAndPress = async (verb: string, ...ids: readonly CaseId[]) => {
      await intake.open("/queue");
      for (const id of ids) await intake.page.locator(`tbody input[value^="${id}@"]`).check({ force: true });
      await intake.page.locator(`button[name=verb][value=${verb}]`).click();
      await intake.page.waitForURL(`**/queue/chosen/${verb}?view=*`);
      await intake.look();
    };

    test("an institution is added for review, matched to two cases, and another spelling is folded into it", async () => {
      const [one, other] = cases as [CaseId, CaseId];
      await intake.open(`/cases/${one}`);
      await intake.follow(`/cases/${one}/institution`);
      await intake.follow(`/cases/${one}/institution/new`);
      expect(await intake.page.inputValue("main [name=name]")).toBe(bank);
      await intake.press(`/cases/${one}`);
      await intake.open(`/cases/${other}/institution`);
      const entry = await intake.page.locator("main input[name=institution]").first().getAttribute("value");
      await intake.tick("institution", entry!);
      await intake.press(`/cases/${other}`);
      await intake.open("/institutions/new");
      await intake.fill({ name: `${bank} Ltd` });
      await intake.press(/\/institutions\/[0-9a-f-]{36}$/);
      await intake.follow(`${new URL(intake.page.url()).pathname}/fold`);
      await intake.page.locator("main [name=into]").selectOption(entry!);
      await intake.press(`/institutions/${entry}`);
      expect(await count(intake, `main a[href="/cases/${one}"]`)).toBe(1);
    });

    test("a duplicate is found by a hint, merged, taken back, and related to a third case by its reference", async () => {
      const [one, other, third] = cases as [CaseId, CaseId, CaseId];
      await intake.open(`/cases/${one}/relations`);
      expect(await count(intake, `main a[href="/cases/${other}"]`)).toBe(1);
      await intake.follow(`/cases/${one}/merge`);
      await intake.tick("other", other);
      await pressMain(intake.page);
      await intake.page.locator(".error-summary[role=alert]").waitFor();
      await intake.look();
      await intake.fill({ reason: "The same letter." });
      await intake.press(`/cases/${one}`);
      await intake.open(`/cases/${one}/relations`);
      await intake.follow(`/cases/${one}/unmerge`);
      await intake.fill({ reason: "Two letters after all." });
      await intake.press(`/cases/${one}`);
      await intake.open(`/cases/${one}/relations/new`);
      await intake.tick("kind", "same_institution");
      if ((await count(intake, 'main input[name=other][value=""]')) > 0) await intake.tick("other", "");
      await intake.fill({ reference: caseReference(third) });
      await intake.press(`/cases/${one}/relations`);
      expect(await count(intake, `main tbody a[href="/cases/${third}"]`)).toBe(1);
    });

    test("what was tried is written down and ended, and the outcome set", async () => {
      const [one] = cases as [CaseId];
      await intake.open(`/cases/${one}/remedies/new`);
      await intake.page.locator("main [name=remedy]").selectOption("complaint");
      await intake.fill({ addressee: `${bank}, complaints` });
      await intake.press(`/cases/${one}/remedies`);
      await intake.page.locator('tbody a[href$="/end"]').click();
      await intake.page.waitForURL("**/end");
      await intake.look();
      await intake.tick("end", "solved");
      await intake.press(`/cases/${one}/remedies`);
      await intake.follow(`/cases/${one}/outcome`);
      await intake.tick("outcome", "reversed");
      await intake.press(`/cases/${one}/remedies`);
      expect(await intake.words()).toContain(`${bank}, complaints`);
    });

    test("the original of a file leaves as it came, for the reporter and for the team", async () => {
      const [one] = cases as [CaseId];
      const picture = plainPng();
      const reporter = await actorFor(owner, "reporter");
      const { fileId } = valueFrom(await addFile(reporter, one, { name: "letter.png", bytes: once(picture) }));
      const at = await journey.walker(options, await signedInAs(owner, "reporter"));
      for (const [walker, path] of [
        [at, `/reports/${one}/files/${fileId}/original`],
        [intake, `/cases/${one}/files/${fileId}/original`],
      ] as const) {
        await walker.open(path);
        const { name, bytes } = await downloaded(walker, () => pressMain(walker.page));
        expect(name).toMatch(/^original-[0-9a-f]{8}\.png$/);
        expect(Buffer.compare(bytes, picture)).toBe(0);
      }
    });

    test("ticked cases get an urgency at once, and leave as a list when two persons agree", async () => {
      await tickAndPress("urgency", cases[1]!, cases[2]!);
      await intake.tick("urgency", "u1_24h");
      await intake.fill({ reason: "They wrote again." });
      await intake.press(/\/queue\/chosen\?view=/);
      expect(await count(intake, ".notice--success li")).toBe(2);
      await tickAndPress("list", cases[1]!, cases[2]!);
      await intake.press("/queue/lists");
      const path = (await intake.page.locator("tbody a").first().getAttribute("href"))!;
      await second.open("/queue/lists");
      await second.follow(path);
      expect(await second.words()).toContain("TLP:RED");
      await second.press("/queue/lists");
      await intake.open(path);
      await intake.follow(`${path}/file`);
      const file = await downloaded(intake, () => pressMain(intake.page));
      expect(file.name).toBe("tlp-red-cases.csv");
      expect(textOf(file.bytes)).toContain(caseReference(cases[2]!));
    });

    test("whole cases leave sealed for one key, whose fingerprint both have seen", async () => {
      const { identity, recipient } = await newAgeIdentity();
      await tickAndPress("cases", cases[1]!, cases[2]!);
      await intake.fill({ recipient: identity });
      await pressMain(intake.page);
      await intake.page.locator(".error-summary[role=alert]").waitFor();
      await intake.look();
      await intake.fill({ recipient });
      await intake.press(LIST);
      const path = new URL(intake.page.url()).pathname;
      const fingerprint = await intake.page.locator(".fingerprint").textContent();
      await second.open(path);
      expect(await second.page.locator(".fingerprint").textContent()).toBe(fingerprint);
      const shown = await second.page.locator(".list-text").textContent();
      await second.press("/queue/lists");
      await intake.open(path);
      await intake.follow(`${path}/file`);
      const file = await downloaded(intake, () => pressMain(intake.page));
      expect(file.name).toBe("tlp-red-cases.txt.age");
      expect(textOf(await openWithIdentity(identity, file.bytes))).toBe(shown);
    });

    test("a filter is kept under a name, words are found, and keys can be turned off", async () => {
      await intake.open("/queue?urgency=u1_24h");
      const menu = intake.page.locator(".filter-menu", { has: intake.page.locator('a[href^="/queue/filters"]') });
      await menu.locator("summary").click();
      await menu.locator('a[href^="/queue/filters"]').click();
      await intake.page.waitForURL("**/queue/filters*");
      await intake.look();
      await intake.fill({ name: `Urgent, ${bank}` });
      await intake.press("/queue");
      expect(await intake.words()).toContain(`Urgent, ${bank}`);
      await intake.open("/search");
      await intake.fill({ words: bank.toUpperCase() });
      await intake.press(/\/search\?view=/);
      expect(await count(intake, ".found > li")).toBe(3);
      for (const keys of ["off", "on"]) {
        await intake.open("/keyboard");
        await intake.tick("keys", keys);
        await pressMain(intake.page);
        await intake.page.waitForLoadState();
        await intake.open("/keyboard");
        expect(await intake.page.locator(`input[name=keys][value=${keys}]`).isChecked()).toBe(true);
      }
    });

    test("two people of one organisation write in one draft, and the later one chooses with both texts in view", async () => {
      const draftId = await typeIn(await actorFor(owner, "reporter"), { listedParties: { listedParty: "no" } });
      const story = `/reports/draft/${draftId}/story`;
      const [mine, theirs] = [
        await journey.walker(options, await signedInAs(owner, "reporter")),
        await journey.walker(options, await signedInAs(colleague, "reporter")),
      ];
      await mine.open(story);
      await theirs.open(story);
      await mine.fill({ story: "كتبتُ هذا أولًا" });
      await mine.press(`/reports/draft/${draftId}/risk`);
      await theirs.fill({ story: "I wrote this second" });
      // The address stays, so that only the refusal tells that the answer has come.
      await pressMain(theirs.page);
      await theirs.page.locator(".error-summary[role=alert]").waitFor();
      await theirs.look();
      const both = await theirs.words();
      for (const text of ["كتبتُ هذا أولًا", "I wrote this second"]) expect(both).toContain(text);
      await theirs.press(`/reports/draft/${draftId}/risk`);
      const draft = await findOwnDraft(await actorFor(owner, "reporter"), draftId);
      expect(draft?.report.story?.story).toBe("I wrote this second");
      expect(journey.complaints().filter((one) => !REFUSED.test(one))).toEqual([]);
    });
  });
});

async function* once(bytes: Uint8Array) {
  yield bytes;
}

/** A browser tells of every answer that refuses a form. */
const REFUSED = /status of (409|422)/;
