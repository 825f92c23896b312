import type { Actor } from "#app/access/actor.ts";
import { findPage, findQuestion } from "#app/features/surveys/instruments/instrument.ts";
import { wordsIn } from "#app/features/surveys/instruments/words.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { wrongFields } from "./building-refusals.ts";
import { editDraft } from "./draft-commands.server.ts";
import type { BuiltDraft } from "./draft-queries.server.ts";
import { calledIn, namedIn } from "./earlier-questions.ts";
import { absent } from "./part-page.server.ts";
import { moveToPage } from "./question-edits.ts";
import { wordingFor } from "./wording.server.ts";

const FIRST = "first";

/** Every place to which a question can be moved. */
export function movePageOf({ id, instrument }: BuiltDraft, name: string, locale: Locale) {
  const question = findQuestion(instrument, name) ?? absent();
  const { locale: language } = wordingFor(instrument, locale);
  const t = textFor(locale);
  const places = instrument.pages.flatMap((page) => {
    const group = wordsIn(page.title, language) || page.name;
    const behind = page.questions
      .filter((one) => one.name !== name)
      .map((one) => ({
        value: `${page.name} ${one.name}`,
        label: t("questionnaires.move.behind", { question: namedIn(one, language) }),
        group,
      }));
    return [
      { value: `${page.name} ${FIRST}`, label: t("questionnaires.move.first", { page: group }), group },
      ...behind,
    ];
  });
  return { id, name, called: calledIn(question, language), places };
}

/** @param to a page and the question behind which it stands, or "first" */
export function moveBehind(actor: Actor, id: string, name: string, to: string): Promise<Result<unknown>> {
  const [pageName = "", behind = ""] = to.split(" ");
  return editDraft(actor, id, ({ instrument }) => {
    const others = findPage(instrument, pageName)?.questions.filter((one) => one.name !== name);
    const at = others?.findIndex((one) => one.name === behind) ?? -1;
    // A question may be called "first": the place before all of them wins, and its own is one step down.
    if (!others || (behind !== FIRST && at < 0))
      return refuse(wrongFields({ to: "questionnaires.error.choose-place" }));
    return moveToPage(instrument, name, pageName, behind === FIRST ? 0 : at + 1);
  });
}
