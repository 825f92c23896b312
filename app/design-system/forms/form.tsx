import type { FormHTMLAttributes, ReactNode, Ref } from "react";
import { fieldsOf, type Refusal } from "#app/kernel/refusal.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { FormProvider, type FormValues } from "./form-context.tsx";
import { FormLanguages } from "./form-languages.tsx";

/** What an action answers when it refuses: why, and everything as it was typed. */
export interface FormResult {
  readonly refusal: Refusal;
  readonly values: FormValues;
}

/** What `useComfortForm` hands to a form. */
export interface ComfortProps {
  readonly ref: Ref<HTMLFormElement>;
  readonly onSubmit: FormHTMLAttributes<HTMLFormElement>["onSubmit"];
  readonly onFocus: FormHTMLAttributes<HTMLFormElement>["onFocus"];
  readonly noValidate: true;
  readonly refusal: Refusal | null;
  /** What was in the form when it was refused; null before. */
  readonly typed: FormValues | null;
}

interface FormProps {
  /** Single use; the gate makes it, each page's loader data carries it. Left out where no session is needed. */
  readonly formToken?: string;
  /** The version of the record as it was read: a stale one becomes a conflict instead of a lost edit. */
  readonly recordVersion?: number;
  /** `useActionData()`: shows the summary, the messages beside the fields, and what was typed. */
  readonly result?: FormResult | undefined;
  /** What the fields hold on the first visit, by name. */
  readonly defaults?: FormValues;
  readonly comfort?: ComfortProps;
  /** Another address than the page's own. */
  readonly action?: string;
  /** `multipart/form-data` where a file travels. */
  readonly encType?: string;
  readonly className?: string;
  /** False where the page shows the summary elsewhere. */
  readonly summary?: boolean;
  /** Words of its field before each problem of the summary, by field name: for a page that asks several things. */
  readonly labels?: Readonly<Record<string, string>>;
  /** False for a second form of a page: its language buttons would leave behind what was typed in the first one. */
  readonly languages?: boolean;
  readonly children: ReactNode;
}

/** A native form post. Works without scripts; `comfort` only tells mistakes before the way to the server and back. */
export function Form({
  formToken,
  recordVersion,
  result,
  defaults,
  comfort,
  summary = true,
  languages = true,
  labels,
  children,
  ...rest
}: FormProps) {
  const refusal = comfort?.refusal ?? result?.refusal ?? null;
  const values = result?.values ?? defaults ?? {};
  const versionSeen = versionOf(result);
  const { refusal: _, typed: __, ...native } = comfort ?? { refusal: null, typed: null, noValidate: true as const };
  return (
    <FormProvider
      value={{
        values,
        cameBack: result !== undefined,
        fields: fieldsOf(refusal),
      }}
    >
      {summary && refusal && <ErrorSummary refusal={refusal} labels={labels} />}
      <form method="post" {...rest} {...native}>
        {formToken !== undefined && <input type="hidden" name="formToken" value={formToken} />}
        {recordVersion !== undefined && (
          <input type="hidden" name="recordVersion" value={versionSeen ?? recordVersion} />
        )}
        {children}
        {languages && <FormLanguages action={rest.action} />}
      </form>
    </FormProvider>
  );
}

/**
 * The version that somebody had read who typed this. Only a conflict shows them the newest one; a form that came back for
 * another reason must not pass for having seen what a colleague has changed meanwhile.
 */
function versionOf(result: FormResult | undefined): string | null {
  const seen = result && result.refusal.kind !== "conflict" ? result.values.recordVersion : undefined;
  return typeof seen === "string" ? seen : null;
}
