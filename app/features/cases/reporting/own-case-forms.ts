import { z } from "zod";
import { STORY_MAX } from "#app/features/cases/case-report.ts";
import { CONSENT_LEVELS } from "#app/features/cases/consent.ts";
import { shortText } from "#app/features/cases/questionnaire/case-form-fields.ts";
import { MASK_BUTTON } from "#app/features/cases/questionnaire/mask-button.ts";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { accountNumberPlaces, maskAccountNumbers } from "#app/kernel/account-number-mask.ts";

/** What a reporter may send about a case that was already sent. */

const isWithoutNumbers = (text: string) => accountNumberPlaces(text).length === 0;

/**
 * A text that a reporter sends. Whole account numbers are refused, and cut down where the button for that was pressed.
 * @param required key of what is said where nothing was written
 */
export function reporterText(required: MessageKey) {
  return z
    .object({ text: z.string().default(""), [MASK_BUTTON.name]: z.string().optional() })
    .transform((form) => (form[MASK_BUTTON.name] === MASK_BUTTON.value ? maskAccountNumbers(form.text) : form.text))
    .pipe(z.string())
    .transform((text) => ({ text: text.replaceAll("\r\n", "\n").trim() }))
    .pipe(
      z.object({
        text: z
          .string()
          .min(1, required)
          .max(STORY_MAX, "report.story.too-long")
          .refine(isWithoutNumbers, "report.text.account-number"),
      }),
    );
}

export const additionForm = reporterText("reports.add.required");

/** Recipients are asked for beside the choice, and needed only where the choice names them. */
export const consentChangeForm = z
  .object({
    consent: z.enum(CONSENT_LEVELS, "report.consent.required"),
    recipients: shortText(),
    /** what held when the page was drawn */
    seen: z.enum(CONSENT_LEVELS).optional(),
  })
  .superRefine(({ consent, recipients }, context) => {
    if (consent !== "c4_confidential_to_named") return;
    if (recipients === null) refuseRecipients("report.recipients.required");
    else if (!isWithoutNumbers(recipients)) refuseRecipients("report.text.account-number");

    function refuseRecipients(message: string) {
      context.addIssue({ code: "custom", message, path: ["recipients"] });
    }
  });
