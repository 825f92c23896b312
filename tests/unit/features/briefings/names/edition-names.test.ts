import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelOf } from "#app/features/briefings/figures/briefing-labels.server.ts";
import { nameCode, othersCode } from "#app/features/briefings/figures/name-codes.ts";
import { tableIdOf } from "#app/features/briefings/figures/table-choice.ts";
import { dataPackage } from "#app/features/briefings/files/data-package.server.ts";
import { onePageContent, SELECTIONS } from "#app/features/briefings/files/one-page-content.ts";
import { editionNames, type OpenNaming, printableNames } from "#app/features/briefings/names/edition-names.ts";
import { namingFacts } from "#app/features/briefings/names/naming-rules.ts";
import { publishedBriefing } from "#app/features/briefings/published/published-briefing.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { BriefingId } from "#app/kernel/id.ts";
import { aRegister } from "../../../../support/institutions.ts";
import { aReply, BY_NAME } from "../../../../support/namings.ts";
import { sampleDraft, sampleRelease } from "../sample-briefing.ts";

const NAMES = ["Quillmere Trust Bank", "Brindlecote Exchange", "Oxlade Cards"];
const TODAY = "2026-03-01";
const register = (changed: readonly number[] = []) =>
  aRegister(
    ...NAMES.map((name, at) => ({
      id: `entry ${at}`,
      names: [name] as [string],
      reply: aReply({ answer: changed.includes(at) ? "Changed." : `Reply number ${at}.` }),
    })),
  );

/** What may be wrong with a naming at the last moment. */
const FATES = ["sound", "changed", "taken-back", "unapproved", "other-text", "other-session"] as const;
type Fate = (typeof FATES)[number];

const idOf = (at: number) => `${at}`.repeat(8);
const codeOf = (at: number) => nameCode("commercial_bank", idOf(at));
const printed = NAMES.map((_, at) => ({ code: codeOf(at), naming: idOf(at), hash: `hash ${at}` }));

function namingOf(at: number, fate: Fate): OpenNaming[] {
  const entries = register();
  const session = fate === "other-session" ? "ASP24" : "ASP25";
  const chosen = { briefingId: "b" as BriefingId, session, grade: "documented" } as const;
  const facts = namingFacts(entries, entries.get(`entry ${at}`)!, chosen)!;
  const own = { id: idOf(at), code: codeOf(at), facts, salt: "", proposedBy: "editor" };
  const hash = fate === "other-text" ? "another hash" : `hash ${at}`;
  return fate === "taken-back" ? [] : [{ ...own, hash, isApproved: fate !== "unapproved" }];
}

function namesUnder(fates: readonly Fate[]) {
  const changed = fates.flatMap((fate, at) => (fate === "changed" ? [at] : []));
  const namings = fates.flatMap((fate, at) => namingOf(at, fate));
  return editionNames(printed, namings, { register: register(changed), session: "ASP25", today: TODAY });
}

const TABLE = {
  ...{ id: tableIdOf(BY_NAME), measure: "organisations", dimensions: ["institution_named"], where: null },
  cells: [
    ...["ALL", "commercial_bank", ...printed.map(({ code }) => code), othersCode("commercial_bank")],
    "card_network",
  ].map((code, at) => ({ codes: [code], value: 20 + 5 * at })),
} as const;

/** The words of all that a release is made of: papers and slides are made of the published text and nothing else. */
function filesUnder(fates: readonly Fate[]) {
  const names = printableNames(namesUnder(fates));
  const release = { ...sampleRelease(), tables: [TABLE], named: printed };
  const draft = sampleDraft({ asks: [{ code: "RB2", evidence: [TABLE.id], dueOn: null }] });
  const tools = { textFor, labelOf, drawChart: () => ({ svg: "" }) as never, measureDays: () => [], names };
  const { texts } = publishedBriefing(draft, release as never, { slug: "x", releasedOn: TODAY }, tools);
  const data = dataPackage([], { session: "ASP25", releasedOn: TODAY }, textFor, names);
  const pages = Object.values(texts).map((text) => onePageContent(text, text.onePages!.items[0]!.page, SELECTIONS[0]!));
  return { texts, pages, data: data.map(({ bytes }) => new TextDecoder().decode(bytes)).join("\n") };
}

describe("the names of an edition", () => {
  test("are printed with the reply of each beside them, in every language", () => {
    const { texts, data } = filesUnder(["sound", "sound", "sound"]);
    for (const text of Object.values(texts)) {
      const [table] = text.sections.flatMap(({ tables }) => tables);
      expect(table?.rows.map(({ label }) => label)).toEqual(expect.arrayContaining(NAMES));
      expect(table?.replies?.map(({ name, answer }) => [name, answer])).toEqual(
        NAMES.map((name, at) => [name, [`Reply number ${at}.`]]),
      );
      expect(table?.charts).toEqual([]);
    }
    const first = [codeOf(0), NAMES[0], "commercial_bank", "documented", "2026-01-12", "2026-01-20", "Reply number 0."];
    expect(data).toContain(first.map((cell) => `"${cell}"`).join());
  });

  test("stand nowhere once anything of what cleared them is other than approved", () => {
    const fates = fc.tuple(...NAMES.map(() => fc.constantFrom(...FATES)));
    fc.assert(
      fc.property(fates, (some) => {
        const files = JSON.stringify(filesUnder(some));
        for (const [at, fate] of some.entries()) {
          expect(files.includes(NAMES[at]!)).toBe(fate === "sound");
          expect(files.includes(`Reply number ${at}.`)).toBe(fate === "sound");
        }
      }),
      { numRuns: 40 },
    );
  });

  test("say why not", () => {
    const reasons = (fate: Fate) => namesUnder([fate, "sound", "sound"])[0]?.obstacle;
    expect(FATES.map(reasons)).toEqual([null, "reply", "taken-back", "not-approved", "taken-back", "session"]);
  });

  test("have no room on one page, where types stand in their place", () => {
    for (const page of filesUnder(["sound", "sound", "sound"]).pages) {
      for (const name of NAMES) expect(JSON.stringify(page)).not.toContain(name);
      expect(page.excerpts[0]?.rows).toHaveLength(2);
    }
  });
});
