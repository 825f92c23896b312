import { useActionData, useLoaderData } from "@remix-run/react";
import type { FormResult } from "./form.tsx";

export interface PageForm {
  /** made by the gate for this page's forms; every guarded page and every public page with a form has one */
  readonly formToken: string;
  /** what the page's action refused, with everything as it was typed; undefined on a first visit */
  readonly result: FormResult | undefined;
}

/**
 * What the gate knows of this page's form. With it a page shows refusals and puts back what was typed:
 *
 *     <Form {...usePageForm()}>
 *       <TextInput name="name" label={t("organisation.name.label")} />
 *       <Button>{t("common.action.continue")}</Button>
 *     </Form>
 */
export function usePageForm(): PageForm {
  const { formToken } = useLoaderData() as { formToken: string };
  const answer = useActionData() as Partial<FormResult> | undefined;
  const result = answer?.refusal ? { refusal: answer.refusal, values: answer.values ?? {} } : undefined;
  return { formToken, result };
}
