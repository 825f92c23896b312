import type { FormValues } from "#app/design-system/forms/form-context.tsx";

/** What a form says under a name: one text, the first of several. */
export function textIn(values: FormValues, name: string): string {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return (typeof value === "string" ? value : (value?.[0] ?? "")).trim();
}

/** Everything that was ticked under a name. */
export function textsIn(values: FormValues, name: string): readonly string[] {
  const value = Object.hasOwn(values, name) ? values[name] : undefined;
  return value === undefined ? [] : typeof value === "string" ? [value] : value;
}

export const isTicked = (values: FormValues, name: string): boolean => textIn(values, name) === "yes";
