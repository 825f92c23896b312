import { z } from "zod";
import { parseReference } from "#app/features/cases/case-reference.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { CASE_RELATIONS } from "./relation.ts";

/** The choice that says: the reference stands in the field below. */
export const TYPED = "typed";

/** The other case: one that was proposed, or the reference that somebody typed or heard. */
export const otherCaseFields = {
  other: z.union([z.literal(TYPED), z.uuid()]).default(TYPED),
  reference: z.string().trim().max(40).default(""),
};

interface TypedOther {
  readonly other: string;
  readonly reference: string;
}

/** How a command finds the other case. */
export type OtherCase = { readonly caseId: CaseId } | { readonly reference: string };

export function otherIsGiven({ other, reference }: TypedOther, context: z.RefinementCtx): void {
  if (other !== TYPED || parseReference(reference)) return;
  const message = reference === "" ? "relations.reference.required" : "relations.reference.wrong";
  context.addIssue({ code: "custom", path: ["reference"], message });
}

/** Of a form in which it is given. */
export function otherOf({ other, reference }: TypedOther): OtherCase {
  return other === TYPED ? { reference: parseReference(reference) ?? reference } : { caseId: other as CaseId };
}

export const relateForm = z
  .object({ kind: z.enum(CASE_RELATIONS, "relations.kind.required"), ...otherCaseFields })
  // Also where no kind was chosen: whoever has missed two things is told of both at once.
  .superRefine(otherIsGiven, { when: () => true })
  .transform((form) => ({ kind: form.kind, other: otherOf(form) }));

export const measureForm = z.object({ measure: z.string().min(1, "relations.measure.required").max(40) });

export const relationParams = z.object({ caseId: idParam<"case">(), relationId: idParam<"relation">() });

export type RelateForm = z.infer<typeof relateForm>;
