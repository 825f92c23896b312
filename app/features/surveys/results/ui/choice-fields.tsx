import type { ResultChoice } from "#app/features/surveys/results/result-choice.ts";

/** Keeps how answers are looked at where a form asks for something else. */
export function ChoiceFields({ choice }: { readonly choice: ResultChoice }) {
  return (
    <>
      {choice.isWeighted && <input type="hidden" name="weighted" value="yes" />}
      {choice.isPublic && <input type="hidden" name="public" value="yes" />}
    </>
  );
}
