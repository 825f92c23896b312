import { z } from "zod";
import { isInFuture } from "#app/features/cases/questionnaire/case-forms-dates.ts";
import { datePartsOf, dayOf, type FormFields, partsOfDate } from "#app/features/cases/questionnaire/date-fields.ts";
import type { RightOfReply } from "#app/features/registers/institutions/institution.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

export const REPLY_TEXT_MAX = 5_000;

const text = z.string().trim().max(REPLY_TEXT_MAX, "institutions.reply.too-long");

const fields = {
  recordVersion,
  question: text.default(""),
  answer: text.default(""),
};

/** Days as they were typed: `undefined` for none, `null` for what is no day of the calendar. */
const dayIn = (form: FormFields, name: string) => dayOf(datePartsOf(form, name));

export const replyForm = z.looseObject(fields).transform((form, context) => {
  const askedOn = dayIn(form, "asked");
  const answeredOn = dayIn(form, "answered");
  const wrong = (path: string, message: string) => context.addIssue({ code: "custom", message, path: [path] });
  if (askedOn === undefined) wrong("asked", "institutions.reply.asked-required");
  for (const [name, day] of Object.entries({ asked: askedOn, answered: answeredOn })) {
    if (day === null) wrong(name, "report.date.day-needed");
    if (day && isInFuture({ date: day, precision: "day" })) wrong(name, "report.date.in-future");
  }
  if (form.question === "") wrong("question", "institutions.reply.question-required");
  if (askedOn && answeredOn && answeredOn < askedOn) wrong("answered", "institutions.reply.too-early");
  if (form.answer !== "" && !answeredOn) wrong("answered", "institutions.reply.answered-required");
  if (form.answer === "" && answeredOn) wrong("answer", "institutions.reply.answer-required");
  const { question, answer } = form;
  return {
    version: form.recordVersion,
    reply: { askedOn: askedOn ?? "", question, answeredOn: answeredOn ?? null, answer },
  };
});
export type ReplyForm = z.infer<typeof replyForm>;

/** What is kept of a reply, as its form holds it. */
export function replyValues(reply: RightOfReply | null): Readonly<Record<string, string>> {
  if (!reply) return {};
  const { askedOn, question, answeredOn, answer } = reply;
  return { question, answer, ...partsOfDate("asked", askedOn), ...partsOfDate("answered", answeredOn) };
}
