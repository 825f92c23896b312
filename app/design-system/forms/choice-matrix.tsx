import { Fragment, type ReactNode } from "react";
import { Choice, type ChoiceOption } from "./choice.tsx";
import { optionId } from "./choice-list.tsx";
import { describedBy, type FieldProps } from "./field.tsx";
import { FieldError } from "./field-error.tsx";
import { Fieldset } from "./fieldset.tsx";
import { fieldId, useField } from "./form-context.tsx";

export interface MatrixRow {
  /** name of the row's own field */
  readonly field: string;
  readonly label: ReactNode;
  /** rows that follow each other under the same words stand together */
  readonly heading?: string;
}

interface ChoiceMatrixProps extends FieldProps {
  readonly rows: readonly MatrixRow[];
  readonly options: readonly ChoiceOption[];
}

/**
 * The same answers for several rows. Each row says its answers itself, so that it needs no head of columns: beside its
 * label where there is room, below it where there is none.
 */
export function ChoiceMatrix({ rows, options, ...field }: ChoiceMatrixProps) {
  return (
    <Fieldset {...field} className="matrix">
      {rows.map((row, at) => (
        <Fragment key={row.field}>
          {row.heading && row.heading !== rows[at - 1]?.heading && <p className="matrix__heading">{row.heading}</p>}
          <Row row={row} options={options} />
        </Fragment>
      ))}
    </Fieldset>
  );
}

function Row({ row, options }: { readonly row: MatrixRow; readonly options: readonly ChoiceOption[] }) {
  const { value, error } = useField(row.field);
  const id = `${fieldId(row.field)}-row`;
  return (
    <div
      className={error ? "matrix__row matrix__row--wrong" : "matrix__row"}
      role="radiogroup"
      aria-labelledby={`${id}-label`}
      {...describedBy(id, false, error)}
    >
      <div className="matrix__label">
        <span id={`${id}-label`}>{row.label}</span>
        {error && <FieldError id={`${id}-error`} error={error} />}
      </div>
      <div className="matrix__choices">
        {options.map((option, at) => (
          <Choice
            key={option.value}
            type="radio"
            name={row.field}
            id={optionId(row.field, at)}
            checked={value === option.value}
            {...option}
          />
        ))}
      </div>
    </div>
  );
}
