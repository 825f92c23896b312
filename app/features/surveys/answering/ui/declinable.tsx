import type { ReactNode } from "react";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import type { DrawnQuestion } from "#app/features/surveys/answering/drawn-page.ts";
import { declineField } from "#app/features/surveys/answering/field-names.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface DeclinableProps {
  readonly question: DrawnQuestion;
  readonly children: ReactNode;
}

/** A question without options of its own gets "prefer not to say" as a box below it. */
export function Declinable({ question, children }: DeclinableProps) {
  const t = useText();
  if (!question.mayDecline) return children;
  return (
    <div className="declinable">
      {children}
      <Checkbox
        name={declineField(question.name)}
        label={
          <>
            {t("surveys.answer.declined")} <span className="visually-hidden">{question.label}</span>
          </>
        }
      />
    </div>
  );
}
