import { z } from "zod";
import { recordVersion } from "#app/kernel/record-version.ts";
import { otherCaseFields, otherIsGiven, otherOf } from "./relation-forms.ts";

const REASON_MAX = 20_000;

const reason = z.string().trim().min(1, "casework.reason.required").max(REASON_MAX, "refusal.form.too-long");

export const mergeForm = z
  .object({ recordVersion, ...otherCaseFields, reason })
  .superRefine(otherIsGiven)
  .transform((form) => ({ version: form.recordVersion, reason: form.reason, other: otherOf(form) }));

export const unmergeForm = z
  .object({ recordVersion, reason })
  .transform(({ recordVersion: version, reason }) => ({ version, reason }));

export type MergeForm = z.infer<typeof mergeForm>;
export type UnmergeForm = z.infer<typeof unmergeForm>;
