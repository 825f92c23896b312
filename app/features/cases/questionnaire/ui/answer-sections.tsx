import { Heading } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { AnswerSection } from "#app/features/cases/questionnaire/report-answers.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { answerNode } from "./answer-parts.tsx";

interface AnswerSectionsProps {
  readonly sections: readonly AnswerSection[];
  readonly level?: 2 | 3;
}

/** Answers by the parts of the report, each with its way back where it can still be changed. */
export function AnswerSections({ sections, level = 2 }: AnswerSectionsProps) {
  const t = useText();
  return sections.map(({ section, answers }) => (
    <section key={section}>
      <Heading level={level}>{t(`report.section.${section}`)}</Heading>
      <SummaryList
        rows={answers.map(({ titleKey, parts, href }) => ({
          term: t.dynamic(titleKey),
          value: answerNode(parts),
          ...(href && { changeHref: href }),
        }))}
      />
    </section>
  ));
}
