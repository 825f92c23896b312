import type { ReactNode } from "react";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { fieldId } from "./form-context.tsx";

/** The rest of a long list waits behind one line; whoever needs it opens it, without scripts. */
export interface Fold {
  /** so many options stand open */
  readonly after: number;
  readonly label: ReactNode;
}

interface ChoiceListProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly options: readonly ChoiceOption[];
  readonly chosen: readonly string[];
  readonly fold?: Fold | undefined;
}

export function ChoiceList({ type, name, options, chosen, fold }: ChoiceListProps) {
  const cards = options.map((option, at) => (
    <Choice
      key={option.value}
      type={type}
      name={name}
      id={optionId(name, at)}
      checked={chosen.includes(option.value)}
      {...option}
    />
  ));
  if (!fold || fold.after >= options.length) return <>{cards}</>;
  // What was chosen must be seen.
  const isOpen = options.slice(fold.after).some(({ value }) => chosen.includes(value));
  return (
    <>
      {cards.slice(0, fold.after)}
      <details className="choices__fold" open={isOpen}>
        <summary>{fold.label}</summary>
        {cards.slice(fold.after)}
      </details>
    </>
  );
}

/** The first option carries the field's id, so that the summary's link arrives where the answer is given. */
export function optionId(name: string, at: number): string {
  return at === 0 ? fieldId(name) : `${fieldId(name)}-${at + 1}`;
}
