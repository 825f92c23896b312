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
  if (!fold || fold.after >= options.length) return <Cards>{cards}</Cards>;
  // What was chosen must be seen.
  const isOpen = options.slice(fold.after).some(({ value }) => chosen.includes(value));
  return (
    <>
      <Cards>{cards.slice(0, fold.after)}</Cards>
      <details className="choices__fold" open={isOpen}>
        <summary>{fold.label}</summary>
        <Cards>{cards.slice(fold.after)}</Cards>
      </details>
    </>
  );
}

const MANY = 14;

/** A long list stands in columns where there is room, so that its end is in sight. */
function Cards({ children }: { readonly children: ReactNode[] }): ReactNode {
  return children.length > MANY ? <div className="choices--many">{children}</div> : children;
}

/** The first option carries the field's id, so that the summary's link arrives where the answer is given. */
export function optionId(name: string, at: number): string {
  return at === 0 ? fieldId(name) : `${fieldId(name)}-${at + 1}`;
}
