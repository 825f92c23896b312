import { zodResolver } from "@hookform/resolvers/zod";
import { createFormControl, type FieldErrors, type FieldValues } from "react-hook-form";
import type { z } from "zod";

/** Looks at a form's values. @returns message keys by field; none where all is in order */
export type Judge = (values: FieldValues) => Promise<Record<string, string>>;

/** react-hook-form with the server's schema, told to judge whole forms only. Loaded by `use-comfort-form.ts` on need. */
export function judgeFor(schema: z.ZodType): Judge {
  const { handleSubmit, reset } = createFormControl<FieldValues>({
    resolver: zodResolver(schema as z.ZodType<FieldValues, FieldValues>),
    mode: "onSubmit",
    reValidateMode: "onSubmit",
  });
  return (values) =>
    new Promise((resolve) => {
      reset(values);
      void handleSubmit(
        () => resolve({}),
        (errors) => resolve(messageKeys(errors)),
      )();
    });
}

/** Nested errors as the server names them: `people.0.name`. */
function messageKeys(errors: FieldErrors<FieldValues>, prefix = ""): Record<string, string> {
  const keys: Record<string, string> = {};
  for (const [name, error] of Object.entries(errors)) {
    if (typeof error?.message === "string") keys[prefix + name] = error.message;
    else if (error) Object.assign(keys, messageKeys(error as FieldErrors<FieldValues>, `${prefix}${name}.`));
  }
  return keys;
}
