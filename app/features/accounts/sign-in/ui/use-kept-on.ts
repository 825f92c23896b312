import { useActionData } from "@remix-run/react";
import type { ContinueData } from "./continue-page.tsx";
import type { KeptForm } from "./kept-form.tsx";

interface Answer {
  readonly keptOn?: KeptForm;
  readonly again?: ContinueData;
}

/** After the first stage: the form that travels on to the second. */
export function useKeptOn(): KeptForm | null {
  return (useActionData() as Answer | undefined)?.keptOn ?? null;
}

/** After the second stage: the kept form, open again. */
export function useContinue(): ContinueData | null {
  return (useActionData() as Answer | undefined)?.again ?? null;
}
