import type { RegisterEntry } from "#app/features/registers/institutions/institution.ts";
import type { InstitutionFacts } from "#app/features/registers/institutions/institution-forms.ts";
import type { InstitutionId } from "#app/kernel/id.ts";

/** An institution as a form gives it, with overrides. */
export function anInstitution(overrides: Partial<InstitutionFacts> = {}): InstitutionFacts {
  return {
    names: ["Northern Savings Bank"],
    country: "DE",
    type: "commercial_bank",
    bic: null,
    lei: null,
    parentId: null,
    ...overrides,
  };
}

/** A register of entries with ids of one letter, as a map by code. */
export function aRegister(...entries: readonly (Omit<Partial<RegisterEntry>, "id"> & { readonly id: string })[]) {
  const whole = entries.map((entry) => ({
    ...anInstitution(),
    names: [entry.id] as [string],
    state: "confirmed" as const,
    foldedInto: null,
    reply: null,
    version: 1,
    ...entry,
    id: entry.id as InstitutionId,
  }));
  return new Map<string, RegisterEntry>(whole.map((entry) => [entry.id, entry]));
}

export const idOf = (letter: string) => letter as InstitutionId;
