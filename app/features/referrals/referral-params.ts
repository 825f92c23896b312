import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The referral of a case that an address names. */
export const referralParams = z.object({ caseId: idParam<"case">(), referralId: idParam<"referral">() });
