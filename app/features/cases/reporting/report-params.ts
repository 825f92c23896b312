import { z } from "zod";
import { questionBySlug } from "#app/features/cases/questionnaire/report-questions.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { recordVersion } from "#app/kernel/record-version.ts";

/** Parts of the addresses of a reporter's pages. */

export const draftParams = z.object({ draftId: idParam<"draft">() });

export const questionParams = draftParams.extend({
  question: z.string().transform((slug, context) => {
    const question = questionBySlug(slug);
    if (question) return question;
    context.addIssue({ code: "custom", message: "report.no-question" });
    return z.NEVER;
  }),
});

/** The draft as the page knew it; what else the form holds is left to the question. */
export const draftPageForm = z.looseObject({ recordVersion });
