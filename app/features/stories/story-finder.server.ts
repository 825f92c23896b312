import type { Actor } from "#app/access/actor.ts";
import type { OwnCase } from "#app/features/cases/case-queries.server.ts";
import type { Assessment } from "#app/features/cases/case-record.ts";
import { type StoryKnowledge, storyFindings } from "#app/features/disclosure/narratives/story-check.ts";
import { precisionFor, riskToHeed } from "#app/features/disclosure/narratives/story-precision.ts";
import { readProfiles } from "#app/features/organisations/organisation-keys.server.ts";
import { countryOptions } from "#app/features/registers/country-names.server.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { REGIONAL_GROUPS } from "#app/features/registers/regional-groups.ts";
import type { RiskLevel } from "#app/features/taxonomy/codes.ts";
import { labelsOf } from "#app/features/taxonomy/labels.server.ts";
import { readSeedRows } from "#app/features/taxonomy/seed-csv.server.ts";
import { LOCALES, type Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { commonWords } from "./common-words.server.ts";
import { languagesOf, type StoryContent } from "./story.ts";
import type { StoryFindings } from "./story-seals.server.ts";

type Told = Pick<OwnCase, "body" | "copy">;

/** How much a story of this case may say, by the higher of what its reporter fears and what the team judges. */
export function riskOfStory({ copy }: Told, { risk }: Pick<Assessment, "risk">): RiskLevel {
  return riskToHeed([copy.facts.riskIfNamed, risk]);
}

/**
 * Runs the finder over every language of a text. Only in a session of a coordinator: it needs the names of the team's
 * organisations and of the register. @throws KeyNotHeld for everybody else
 */
export async function findIn(
  actor: Actor,
  tx: Transaction,
  content: StoryContent,
  told: Told,
  risk: RiskLevel,
): Promise<StoryFindings> {
  const names = await knownNames(actor, tx);
  const findings = languagesOf(content).map((locale) => {
    const text = content.texts[locale] ?? "";
    return [locale, storyFindings(text, knowledge(names, told, risk, locale))] as const;
  });
  return Object.fromEntries(findings);
}

/** Whether something stands in it that has to go before its reporter reads it. */
export const tellsTooMuch = (findings: StoryFindings): boolean =>
  Object.values(findings).some((found) => found.some(({ isHard }) => isHard));

function knowledge(names: readonly string[], { body }: Told, risk: RiskLevel, locale: Locale): StoryKnowledge {
  const { report, organisationName, additions } = body;
  const precision = precisionFor(risk);
  const own = [organisationName, report.affectedName?.affectedName, report.institution?.institutionName];
  return {
    names,
    ownNames: [...own, report.recipients?.recipients].filter((name) => typeof name === "string"),
    places: [...countryNames(), ...(precision.place === "none" ? regionNames() : [])],
    publicSources: publicTexts(),
    bands: bandNames(),
    report: [report.story?.story ?? "", ...additions.map(({ text }) => text)].join("\n"),
    common: commonWords(locale),
    precision,
  };
}

/** Of the team's organisations, as far as their keys reach, and of every institution on the register. */
async function knownNames(actor: Actor, tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.organisation.findMany({ select: { id: true } });
  const profiles = await readProfiles(
    actor,
    tx,
    rows.map(({ id }) => id),
  );
  const register = await openRegister(actor, tx);
  return [...[...profiles.values()].map(({ name }) => name), ...registerNames(register.values())];
}

/** Every way of writing every institution. */
export const registerNames = (entries: Iterable<{ readonly names: readonly string[] }>): string[] =>
  [...entries].flatMap(({ names }) => names);

/** Names of countries, in every language of the product. */
export const countryNames = once(() => LOCALES.flatMap((locale) => countryOptions(locale).map(({ name }) => name)));

const regionNames = once(() =>
  LOCALES.flatMap((locale) =>
    REGIONAL_GROUPS.flatMap((group) => textFor(locale).dynamic(`codes.regional_group.${group}`)),
  ),
);

/** The wordings of amounts in bands. */
export const bandNames = once(() =>
  LOCALES.flatMap((locale) => Object.values<string>(labelsOf("amount_band", locale))),
);

/** What anybody finds with a search: the titles and notes of the public incidents. */
export const publicTexts = once(() =>
  readSeedRows("public-incidents").flatMap(({ title = "", notes = "", source_title: source = "" }) => [
    title,
    notes,
    source,
  ]),
);

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
