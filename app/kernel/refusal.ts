/** Message keys by the form field they stand beside. */
type Fields = Readonly<Record<string, string>>;

/**
 * Everything that can go wrong for a careful person, as a closed union.
 * `code` is a message key below `refusal.`; `fields` maps a form field to the key of the message beside it.
 * A refusal carries just what explains it and never anything confidential: it may end in a page or a log line.
 */
export type Refusal =
  | { readonly kind: "invalid"; readonly code: string; readonly fields?: Fields }
  | { readonly kind: "not-found"; readonly code: string }
  | {
      readonly kind: "conflict";
      readonly code: string;
      readonly from?: string;
      readonly event?: string;
      readonly fields?: Fields;
    }
  | { readonly kind: "rate-limited"; readonly code: string; readonly retryAfterSeconds: number }
  | { readonly kind: "busy"; readonly code: string; readonly retryAfterSeconds: number }
  // Not sent at all: the form came back to be read in another language.
  | { readonly kind: "kept"; readonly code: string };

/** What stands beside which field of the form that was refused. */
export function fieldsOf(refusal: Refusal | null): Fields {
  return (refusal && "fields" in refusal && refusal.fields) || {};
}
