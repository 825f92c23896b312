import type { OwnCase } from "#app/features/cases/case-queries.server.ts";
import type { QuestionKey } from "#app/features/cases/case-report.ts";
import { answerText } from "#app/features/cases/questionnaire/answer-text.server.ts";
import { readAnswer } from "#app/features/cases/questionnaire/report-answers.server.ts";
import { applicableQuestions, prunedReport } from "#app/features/cases/questionnaire/report-progress.ts";
import { isAnswered } from "#app/features/cases/questionnaire/report-questions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import {
  type ContentFile,
  type ContentSection,
  QUESTIONS_OF_PART,
  REFERRAL_PARTS,
  type ReceiverKind,
  type ReferralContent,
  type ReferralPart,
  type Tlp,
} from "./referral.ts";

/** What a coordinator has chosen to send. */
export interface ReferralChoice {
  readonly kind: ReceiverKind;
  readonly name: string;
  readonly key: string;
  readonly purpose: string;
  readonly parts: readonly ReferralPart[];
  readonly summary: string;
  readonly language: Locale;
  readonly tlp: Tlp;
}

interface Days {
  readonly madeOn: IsoDay;
  readonly expiresOn: IsoDay;
}

type Told = Pick<OwnCase, "reference" | "body">;

/** What is sent, made once from the case as it is now, in the receiver's language. Later changes of the case do not reach it. */
export function frozenContent(
  { reference, body }: Told,
  choice: ReferralChoice,
  files: readonly ContentFile[],
  { madeOn, expiresOn }: Days,
): ReferralContent {
  const { kind, name, key, purpose, parts, summary, language, tlp } = choice;
  return {
    form: 1,
    reference,
    language,
    madeOn,
    expiresOn,
    tlp,
    receiver: { kind, name, key },
    purpose,
    summary: parts.includes("summary") ? summary : "",
    sections: REFERRAL_PARTS.filter((part) => part !== "summary" && parts.includes(part))
      .map((part) => sectionOf(part, body, language))
      .filter(({ rows }) => rows.length > 0),
    files,
  };
}

/** Parts of which the case says anything at all: nothing else is offered. */
export function partsToTell(told: Pick<OwnCase, "body">, language: Locale): readonly ReferralPart[] {
  return REFERRAL_PARTS.filter((part) => part === "summary" || sectionOf(part, told.body, language).rows.length > 0);
}

function sectionOf(part: ReferralPart, body: OwnCase["body"], language: Locale): ContentSection {
  const t = textFor(language);
  const asked = QUESTIONS_OF_PART[part].flatMap((key) => rowOf(key, body, language));
  return { part, heading: t(`referrals.part.${part}`), rows: [...besides(part, body, language), ...asked] };
}

/** What stands in the case and is no answer: whose it is, and what was added later. */
function besides(part: ReferralPart, { organisationName, additions }: OwnCase["body"], language: Locale) {
  const t = textFor(language);
  if (part === "names" && organisationName)
    return [{ term: t("referrals.content.organisation"), answer: [organisationName] }];
  if (part === "story" && additions.length > 0)
    return [{ term: t("referrals.content.additions"), answer: additions.map(({ text }) => text) }];
  return [];
}

function rowOf(key: QuestionKey, body: OwnCase["body"], language: Locale) {
  const { report } = prunedReport(body.report);
  const question = applicableQuestions(report).find((one) => one.key === key);
  if (!question || !isAnswered(question, report)) return [];
  const { titleKey, parts } = readAnswer(question, report, language, () => null);
  const answer = parts.map((one) => answerText(one, language));
  return answer.length > 0 ? [{ term: textFor(language).dynamic(titleKey), answer }] : [];
}
