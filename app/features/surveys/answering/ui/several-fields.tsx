import type { ReactNode } from "react";
import { Fieldset } from "#app/design-system/forms/fieldset.tsx";
import { Declinable } from "./declinable.tsx";
import type { QuestionProps } from "./question-props.ts";
import { Said } from "./said.tsx";
import { useHint } from "./use-hint.tsx";

/** A question that is answered in several fields, with the way to decline it. */
export function SeveralFields({ question, language, children }: QuestionProps & { readonly children: ReactNode }) {
  const hint = useHint({ question, language });
  return (
    <Declinable question={question}>
      <Fieldset
        name={question.name}
        label={<Said language={language}>{question.label}</Said>}
        optional={question.isOptional}
        {...(hint && { hint })}
      >
        {children}
      </Fieldset>
    </Declinable>
  );
}
