import { z } from "zod";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import { idParam } from "#app/kernel/id-param.ts";
import { WHOLE } from "./translation-sheet.ts";

/** The questionnaire that an address names, and parts of it. */
export const builtParams = z.object({ questionnaireId: idParam<"questionnaire">() });
export const builtPageParams = builtParams.extend({ pageName: nameSchema });
export const builtEndParams = builtPageParams.extend({ endName: nameSchema });
export const builtQuestionParams = builtParams.extend({ questionName: nameSchema });
export const translationsParams = builtParams.extend({ language: z.enum(LOCALES) });
export const translationParams = translationsParams.extend({ pageName: z.union([nameSchema, z.literal(WHOLE)]) });

const FORMATS = ["questionnaire.json", "questionnaire.xlsx", "questionnaire.csv"] as const;
export type FileFormat = (typeof FORMATS)[number];
const format = z.enum(FORMATS);
export const builtFileParams = builtParams.extend({ format });

export const versionParams = z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/) });
export const versionFileParams = versionParams.extend({ format });
