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

export function otherIn({ other, reference }: TypedOther, context: z.RefinementCtx): OtherCase {
  if (other !== TYPED) return { caseId: other as CaseId };
  const parsed = parseReference(reference);
  if (parsed) return { reference: parsed };
  const message = reference === "" ? "relations.reference.required" : "relations.reference.wrong";
  context.addIssue({ code: "custom", path: ["reference"], message });
  return z.NEVER;
}

export const relateForm = z
  .object({ kind: z.enum(CASE_RELATIONS, "relations.kind.required"), ...otherCaseFields })
  .transform((form, context) => ({ kind: form.kind, other: otherIn(form, context) }));

export const measureForm = z.object({ measure: z.string().min(1, "relations.measure.required").max(40) });

export const relationParams = z.object({ caseId: idParam<"case">(), relationId: idParam<"relation">() });

export type RelateForm = z.infer<typeof relateForm>;
