import type { FormResult } from "#app/design-system/forms/form.tsx";

/** A form on its way through the sign-in pages: what was typed, as JSON, and the ticket that says where it goes. */
export interface KeptForm {
  readonly kept: string;
  readonly ticket: string;
}

/** Both travel in the form itself: no memory of the server has to last as long as somebody looks for their telephone. */
export function KeptFields({ form }: { readonly form: KeptForm | null }) {
  if (!form) return null;
  return (
    <>
      <input type="hidden" name="kept" value={form.kept} />
      <input type="hidden" name="ticket" value={form.ticket} />
    </>
  );
}

/** The form that a refused sign-in carried, so that a wrong word does not lose it. */
export function keptIn(result: FormResult | undefined): KeptForm | null {
  const { kept, ticket } = result?.values ?? {};
  return typeof kept === "string" && typeof ticket === "string" && ticket !== "" ? { kept, ticket } : null;
}
