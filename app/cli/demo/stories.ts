import type { Actor } from "#app/access/actor.ts";
import type { CaseReport } from "#app/features/cases/case-report.ts";
import { decideStory } from "#app/features/stories/reporter-commands.server.ts";
import { askForStory, draftStory } from "#app/features/stories/story-commands.server.ts";
import type { StoryForm } from "#app/features/stories/story-forms.ts";
import { readOwnStory } from "#app/features/stories/story-queries.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import type { CaseId, StoryId } from "#app/kernel/id.ts";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { valueFrom } from "#app/kernel/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { actorFor, type FirstDay, type Person } from "./people.ts";
import { sendReport } from "./reports.ts";

/** What happened to one organisation a while ago, and how it may be told. */
interface Told {
  readonly language: Locale;
  readonly country: string;
  readonly incident: Pick<CaseReport, "incidentGroup" | "incident" | "institutionType">;
  readonly monthsAgo: number;
  readonly report: string;
  readonly story: StoryForm;
}

const ACCOUNT = {
  incidentGroup: { incidentGroup: "account" },
  incident: { mainIncident: "account_closed" },
  institutionType: { institutionType: "commercial_bank" },
} as const;
const PAYMENT = {
  incidentGroup: { incidentGroup: "payment" },
  incident: { mainIncident: "transfer_returned" },
  institutionType: { institutionType: "commercial_bank" },
} as const;
const DIGITAL = {
  incidentGroup: { incidentGroup: "digital" },
  incident: { mainIncident: "cloud_software_suspended" },
  institutionType: { institutionType: "cloud_email_provider" },
} as const;

const TOLD: readonly Told[] = [
  {
    language: "en",
    country: "NL",
    incident: ACCOUNT,
    monthsAgo: 10,
    report: "Our old bank shut the account in one day. We moved everything to another one and lost two months of work.",
    story: {
      texts: {
        en: "The account was gone one morning. Nobody could tell us why, and nobody would put a reason on paper.\n\nFor two months we paid rent out of our own pockets. People who had come to us to be heard were told to wait, and some of them did not come again.",
      },
      beside: ["incident"],
    },
  },
  {
    language: "fr",
    country: "FR",
    incident: PAYMENT,
    monthsAgo: 7,
    report: "Trois virements sont revenus sans explication. Le quatrième est passé, par une autre banque.",
    story: {
      texts: {
        fr: "L’argent partait et revenait. Trois fois de suite, sans un mot. À chaque retour il manquait les frais.\n\nNous avons fini par passer par une autre banque. Entre-temps, les personnes que nous accompagnons avaient perdu leur place à l’audience.",
        en: "The money left and came back. Three times in a row, without a word. Each time the fees were missing.\n\nIn the end we went through another bank. By then the people we accompany had lost their place at the hearing.",
      },
      beside: ["incident"],
    },
  },
  {
    language: "ar",
    country: "JO",
    incident: DIGITAL,
    monthsAgo: 5,
    report: "أوقف المزوّد حساب الملفات المشتركة. استعدنا معظمها من نسخة قديمة.",
    story: {
      texts: {
        ar: "في الصباح لم تعد الملفات تُفتح. قيل لنا إن الحساب أُوقف، ولم يُذكر سبب.\n\nاستعدنا معظم ما فيه من نسخة قديمة، لكن الشهود الذين وثقوا بنا سألوا: من يقرأ الآن ما قلناه؟",
      },
      beside: [],
    },
  },
];

/** A story of each organisation, approved by its reporter: they stand in the first briefing, and none of them is counted. */
export async function tellDemoStories(day: FirstDay, reporters: readonly Person[]): Promise<void> {
  const intake = await coordinatorOf(day);
  for (const [at, told] of TOLD.entries()) {
    const reporter = await actorFor(reporters[at % reporters.length]!, "reporter");
    const caseId = await sendReport(reporter, reportOf(told), told.language);
    const storyId = await ask(intake, caseId, told.story);
    const { version, hash } = (await readOwnStory(reporter, { caseId, storyId }, told.language)).story;
    valueFrom(await decideStory(reporter, caseId, storyId, { version, hash, decision: "approve", comment: "" }));
  }
}

/** One that waits for its reporter's word. */
export async function askForDemoStory(day: FirstDay, [closure]: readonly CaseId[]): Promise<void> {
  if (!closure) return;
  const texts = {
    en: "The letter spoke of risk and of nothing we had done. There were some weeks left to pay everybody who works with us, and no other bank would see us.",
  };
  await ask(await coordinatorOf(day), closure, { texts, beside: ["incident"] });
}

const coordinatorOf = ({ coordinators, setUp }: FirstDay) => actorFor(coordinators[0], "intake", setUp.teamId);

async function ask(intake: Actor, caseId: CaseId, story: StoryForm): Promise<StoryId> {
  const { storyId } = valueFrom(await draftStory(intake, caseId, story));
  valueFrom(await askForStory(intake, { caseId, id: storyId, version: 1 }));
  return storyId;
}

function reportOf({ country, incident, monthsAgo, report }: Told): CaseReport {
  return {
    listedParties: { listedParty: "no" },
    affected: { affected: "own_organisation" },
    affectedType: { affectedType: "cso" },
    affectedCountry: { affectedCountry: country },
    ...incident,
    institution: { institutionName: null, institutionCountry: null },
    started: { startedOn: { date: addDays(isoDayOf(now()), -30 * monthsAgo), precision: "month" } },
    ongoing: { ongoing: "no" },
    danger: { dangerToPersons: "no" },
    moneyAtRisk: { moneyLostWithin72h: "no" },
    reason: { statedReason: "none_given" },
    story: { story: report },
    risk: { riskIfNamed: "guarded" },
    consent: { consent: "c3_anonymised_narrative" },
  };
}
