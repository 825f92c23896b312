import { z } from "zod";

const typed = (code: string) => z.string().trim().min(1, code).max(200, code);

export const codeForm = z.object({ code: typed("answering.code.missing") });
export const returnForm = z.object({ code: typed("answering.code.missing"), words: typed("answering.words.missing") });

/** A page of the questionnaire, whose fields the questionnaire knows; code and words where its session had ended. */
export const pageForm = z.looseObject({ code: z.string().max(200).optional(), words: z.string().max(200).optional() });
