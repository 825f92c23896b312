import type { ReactNode } from "react";
import { KnownDate } from "#app/design-system/content/known-date.tsx";
import type { AnswerPart } from "#app/features/cases/questionnaire/report-answers.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** An answer to be read, one line for each thing that was said; null where all was left empty. */
export function answerNode(parts: readonly AnswerPart[]): ReactNode {
  if (parts.length === 0) return null;
  // biome-ignore lint/suspicious/noArrayIndexKey: an answer is drawn once and never reordered
  return parts.map((part, at) => <AnswerLine key={at} part={part} />);
}

function AnswerLine({ part }: { readonly part: AnswerPart }) {
  const t = useText();
  const of = part.of && ("words" in part.of ? part.of.words : t.dynamic(part.of.message));
  return (
    <div className="typed" dir={part.kind === "story" ? "auto" : undefined}>
      {of && <span className="quiet">{t("common.list.labelled", { label: of })} </span>}
      <Part part={part} />
    </div>
  );
}

function Part({ part }: { readonly part: AnswerPart }): ReactNode {
  const t = useText();
  const { money, number } = useFormats();
  switch (part.kind) {
    case "words":
    case "story":
      return part.text;
    case "name":
      return <bdi>{part.text}</bdi>;
    case "message":
      return t.dynamic(part.text);
    case "date":
      return <KnownDate value={part.date} />;
    case "money":
      return <bdi>{money(part.money)}</bdi>;
    case "number":
      return number(part.number);
  }
}
