import type { KeptFormData } from "#app/features/accounts/sign-in/ui/kept-form-page.tsx";
import { FREE_TEXT_FIELDS } from "#app/features/cases/questionnaire/free-text-fields.ts";

/** Whether a form that came too late was drawn for the holder of a receipt, whom words bring back and no account. */
export function isReceiptForm(data: KeptFormData): boolean {
  return data.reason === "ended" && data.byReceipt;
}

/** Fields in which a reporter writes freely, at a question, in an addition and in a message. */
const TEXT_FIELDS: readonly string[] = [...FREE_TEXT_FIELDS, "text"];

/** What the page is drawn from: the form on its way, and its texts to be copied. */
export function receiptAgain({ formToken, kept, ticket, lost }: KeptFormData) {
  return { formToken, form: { kept, ticket }, lost, texts: textsIn(kept) };
}

function textsIn(kept: string): readonly string[] {
  const fields = JSON.parse(kept) as Readonly<Record<string, string | readonly string[]>>;
  return TEXT_FIELDS.flatMap((name) => [fields[name] ?? []].flat()).filter((text) => text !== "");
}
