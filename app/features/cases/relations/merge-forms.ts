import { z } from "zod";
import { requiredReason } from "#app/features/cases/casework/reason-field.ts";
import { recordVersion } from "#app/kernel/record-version.ts";
import { otherCaseFields, otherIn } from "./relation-forms.ts";

export const mergeForm = z
  .object({ recordVersion, ...otherCaseFields, reason: requiredReason })
  .transform((form, context) => ({
    version: form.recordVersion,
    reason: form.reason,
    other: otherIn(form, context),
  }));

export const unmergeForm = z
  .object({ recordVersion, reason: requiredReason })
  .transform(({ recordVersion: version, reason }) => ({ version, reason }));

export type MergeForm = z.infer<typeof mergeForm>;
export type UnmergeForm = z.infer<typeof unmergeForm>;
