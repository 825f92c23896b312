import { createContext, useContext } from "react";

/** Form fields by name, as the browser sends them. */
export type FormValues = Readonly<Record<string, string | readonly string[] | undefined>>;

interface FormState {
  readonly values: FormValues;
  /** The form came back: what it holds now counts, also what was emptied or unticked. */
  readonly cameBack: boolean;
  /** Message key by field name. */
  readonly fields: Readonly<Record<string, string>>;
}

const FormContext = createContext<FormState>({ values: {}, cameBack: false, fields: {} });
export const FormProvider = FormContext.Provider;

export interface FieldState {
  /** One value; of several the first. */
  readonly value: string;
  readonly values: readonly string[];
  /** Message key of what is wrong, or null. */
  readonly error: string | null;
}

/**
 * What the surrounding form knows of one field.
 * @param fallback what it holds on the first visit where the form's defaults say nothing
 */
export function useField(name: string, fallback?: string | readonly string[]): FieldState {
  const { values, cameBack, fields } = useContext(FormContext);
  const held = values[name] ?? (cameBack ? undefined : fallback);
  const list = held === undefined ? [] : typeof held === "string" ? [held] : held;
  return { value: list[0] ?? "", values: list, error: fields[name] ?? null };
}

/** A field's id is its name, so that the summary can link to it without knowing the page. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll(/[^\w-]/g, "-")}`;
}
