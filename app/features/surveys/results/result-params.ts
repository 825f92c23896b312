import { z } from "zod";
import { nameSchema } from "#app/features/surveys/instruments/names.ts";
import { idParam } from "#app/kernel/id-param.ts";

/** One page of the questionnaire that a closed survey has asked. */
export const resultPageParams = z.object({ waveId: idParam<"wave">(), page: nameSchema });
