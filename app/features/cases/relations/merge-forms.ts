import { z } from "zod";
import { requiredReason } from "#app/features/cases/casework/reason-field.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { otherCaseFields, otherIsGiven, otherOf } from "./relation-forms.ts";

export const mergeForm = z
  .object({ recordVersion, ...otherCaseFields, reason: requiredReason })
  .superRefine(otherIsGiven)
  .transform((form) => ({ version: form.recordVersion, reason: form.reason, other: otherOf(form) }));

export const unmergeForm = z
  .object({ recordVersion, reason: requiredReason })
  .transform(({ recordVersion: version, reason }) => ({ version, reason }));

export type MergeForm = z.infer<typeof mergeForm>;
export type UnmergeForm = z.infer<typeof unmergeForm>;
