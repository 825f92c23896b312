import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { Said } from "#app/features/surveys/answering/ui/said.tsx";
import type {
  Outline,
  OutlineEnd,
  OutlinePage,
  OutlineQuestion,
} from "#app/features/surveys/building/outline.server.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { StepButton } from "./step-button.tsx";
import { When } from "./when.tsx";

interface PartsProps {
  readonly id: string;
  readonly outline: Outline;
}

/** Pages and their questions. Every button is one of the same form: what it does stands in its value. */
export function OutlineParts({ id, outline }: PartsProps) {
  const { pages, language } = outline;
  return pages.map((page, at) => (
    <section key={page.name} id={`page-${page.name}`} className="outline__part">
      <PageHead id={id} page={page} number={at + 1} language={language} count={pages.length} />
      <ol className="outline">
        {page.questions.map((question) => (
          <QuestionItem key={question.name} id={id} question={question} language={language} />
        ))}
        {page.ends.map((end) => (
          <EndItem key={end.name} id={id} page={page.name} end={end} language={language} />
        ))}
      </ol>
      <PageFoot id={id} page={page} />
    </section>
  ));
}

interface PageHeadProps {
  readonly id: string;
  readonly page: OutlinePage;
  readonly number: number;
  readonly count: number;
  readonly language: Locale;
}

function PageHead({ id, page: { name, title, condition, faults }, number, count, language }: PageHeadProps) {
  const t = useText();
  return (
    <div className="outline__head">
      <div className="outline__what">
        <Heading level={2}>
          {number}.{" "}
          <a href={paths.questionnairePage(id, name)}>
            <Said language={language}>{title}</Said>
          </a>
        </Heading>
        <When words={condition} />
        <Faults count={faults} />
      </div>
      <div className="outline__acts">
        {number > 1 && (
          <StepButton
            name="act"
            value={`page-up ${name}`}
            sign="↑"
            words={t("questionnaires.outline.page-up", { title })}
          />
        )}
        {number < count && (
          <StepButton
            name="act"
            value={`page-down ${name}`}
            sign="↓"
            words={t("questionnaires.outline.page-down", { title })}
          />
        )}
        <More of={title}>
          <a href={paths.questionnairePage(id, name)}>{t("questionnaires.page.edit")}</a>
          <a href={paths.questionnairePageCondition(id, name)}>{t("questionnaires.condition.page-link")}</a>
          <a href={paths.questionnairePageDelete(id, name)}>{t("questionnaires.page.delete")}</a>
        </More>
      </div>
    </div>
  );
}

interface QuestionItemProps {
  readonly id: string;
  readonly question: OutlineQuestion;
  readonly language: Locale;
}

function QuestionItem({ id, question: { name, label, kind, marks, condition, faults }, language }: QuestionItemProps) {
  const t = useText();
  const facts = [t(`questionnaires.kind.${kind}.label`), ...marks.map((mark) => t(`questionnaires.mark.${mark}`))];
  return (
    <li id={`question-${name}`} className="outline__item">
      <div className="outline__what">
        <p className="outline__name">
          <a href={paths.questionnaireQuestion(id, name)}>
            <Said language={language}>{label}</Said>
          </a>
        </p>
        <p className="outline__facts">
          <code dir="ltr">{name}</code> · {facts.join(" · ")}
        </p>
        <When words={condition} />
        <Faults count={faults} />
      </div>
      <div className="outline__acts">
        <StepButton name="act" value={`up ${name}`} sign="↑" words={t("questionnaires.outline.up", { label })} />
        <StepButton name="act" value={`down ${name}`} sign="↓" words={t("questionnaires.outline.down", { label })} />
        <More of={label}>
          <a href={paths.questionnaireQuestionCondition(id, name)}>{t("questionnaires.condition.link")}</a>
          <a href={paths.questionnaireQuestionMove(id, name)}>{t("questionnaires.move.link")}</a>
          <button type="submit" name="act" value={`copy ${name}`}>
            {t("questionnaires.outline.copy")}
          </button>
          <a href={paths.questionnaireQuestionDelete(id, name)}>{t("questionnaires.question.delete")}</a>
        </More>
      </div>
    </li>
  );
}

interface EndItemProps {
  readonly id: string;
  readonly page: string;
  readonly end: OutlineEnd;
  readonly language: Locale;
}

function EndItem({ id, page, end: { name, words, condition, sends }, language }: EndItemProps) {
  const t = useText();
  return (
    <li className="outline__item">
      <div className="outline__what">
        <p className="outline__name">
          {t("questionnaires.end.here")}{" "}
          <a href={paths.questionnaireEnd(id, page, name)}>
            <Said language={language}>{words}</Said>
          </a>
        </p>
        <p className="outline__facts">{t(sends ? "questionnaires.end.sends" : "questionnaires.end.sends-not")}</p>
        <When words={condition} isEnd />
      </div>
      <div className="outline__acts">
        <More of={words}>
          <a href={paths.questionnaireEnd(id, page, name)}>{t("questionnaires.end.edit")}</a>
          <a href={paths.questionnaireEndDelete(id, page, name)}>{t("questionnaires.end.delete")}</a>
        </More>
      </div>
    </li>
  );
}

function PageFoot({ id, page: { name, questions } }: { readonly id: string; readonly page: OutlinePage }) {
  const t = useText();
  return (
    <div className="outline__foot">
      <a href={paths.questionnaireQuestionNew(id, name)}>{t("questionnaires.question.add")}</a>
      {questions.length > 0 && <a href={paths.questionnaireEndNew(id, name)}>{t("questionnaires.end.add")}</a>}
    </div>
  );
}

function Faults({ count }: { readonly count: number }) {
  const t = useText();
  if (count === 0) return null;
  return (
    <p>
      <Tag tone="amber">{t("questionnaires.faults.count", { count })}</Tag>
    </p>
  );
}

function More({ of, children }: { readonly of: string; readonly children: ReactNode }) {
  const t = useText();
  return (
    <details className="outline__more">
      <summary>
        {t("questionnaires.outline.more")} <span className="visually-hidden">{of}</span>
      </summary>
      <div className="outline__menu">{children}</div>
    </details>
  );
}
