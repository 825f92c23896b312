import { z } from "zod";

/** Characters of a reason or a note; the gate takes no longer field either. */
export const LONGEST_TEXT = 20_000;

/** Why somebody does something, in the team's own words. */
export const reasonField = z.string().trim().max(LONGEST_TEXT, "refusal.form.too-long");

/** The same where nothing is done without one. */
export const requiredReason = reasonField.min(1, "casework.reason.required");
