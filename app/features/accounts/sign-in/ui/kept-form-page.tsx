import type { Text } from "#app/i18n/text.tsx";
import { ChangeBackPage } from "./change-back-page.tsx";
import { FilesNotTaken } from "./files-not-taken.tsx";
import type { KeptForm } from "./kept-form.tsx";
import { SignInAgainPage } from "./sign-in-again-page.tsx";

/** What an answer carries that could not take a form now: all that was typed, and a form token for the way back. */
export type KeptFormData = KeptForm & { readonly formToken: string; readonly lost: readonly string[] } & (
    | { readonly reason: "ended" | "reauthenticate"; readonly byReceipt: boolean }
    | { readonly reason: "other-hat"; readonly hat: string }
  );

export function isKeptForm(data: unknown): data is KeptFormData {
  return typeof data === "object" && data !== null && "ticket" in data && "reason" in data;
}

export function keptFormTitle({ reason }: KeptFormData, t: Text): string {
  return t(reason === "other-hat" ? "account.change-back.heading" : "sign-in.title");
}

interface KeptFormPageProps {
  readonly data: KeptFormData;
  readonly handle: string | undefined;
}

/** The page on which a form waits that could not be taken: to be sent once its person has signed in, or changed back. */
export function KeptFormPage({ data, handle }: KeptFormPageProps) {
  const { formToken, kept, ticket, reason, lost } = data;
  const shared = { formToken, form: { kept, ticket }, notTaken: <FilesNotTaken names={lost} /> };
  if (reason === "other-hat") return <ChangeBackPage {...shared} hat={data.hat} />;
  return <SignInAgainPage {...shared} reason={reason} handle={handle} />;
}
