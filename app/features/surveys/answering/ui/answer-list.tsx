import type { ReactNode } from "react";
import { Heading } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { AnsweredPage, AnswerLine } from "#app/features/surveys/answering/answer-words.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useQuarterWords } from "./quarter-options.ts";

interface AnswerListProps {
  readonly pages: readonly AnsweredPage[];
  /** the address at which a page's answers can be changed; left out where they cannot */
  readonly hrefOf?: (page: string) => string;
}

/** What was answered, page by page, each answer with its way back. */
export function AnswerList({ pages, hrefOf }: AnswerListProps) {
  return pages.map(({ name, title, answers }) => (
    <section key={name}>
      <Heading level={2}>{title}</Heading>
      <SummaryList
        rows={answers.map(({ label, lines }) => ({
          term: label,
          value: lines.length > 0 ? <Lines lines={lines} /> : null,
          ...(hrefOf && { changeHref: hrefOf(name) }),
        }))}
      />
    </section>
  ));
}

function Lines({ lines }: { readonly lines: readonly AnswerLine[] }): ReactNode {
  const t = useText();
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an answer is drawn once and never reordered
    <div key={at} className="typed" dir="auto">
      {line.of && <span className="quiet">{t("common.list.labelled", { label: line.of })} </span>}
      <Line line={line} />
    </div>
  ));
}

function Line({ line }: { readonly line: AnswerLine }): ReactNode {
  const t = useText();
  const quarter = useQuarterWords();
  if (line.messageKey) return t.dynamic(line.messageKey);
  return line.quarter ? quarter(line.quarter) : line.text;
}
