import { guardedResource } from "#app/access/guard.server.ts";
import { builtFileParams } from "#app/features/surveys/building/building-params.ts";
import { readBuilt } from "#app/features/surveys/building/draft-queries.server.ts";
import { fileOf } from "#app/features/surveys/building/exporting.server.ts";

/** A questionnaire as a download. */
export const loader = guardedResource(
  { may: "wave.read", params: builtFileParams },
  async ({ actor, params: { questionnaireId, format } }) =>
    fileOf((await readBuilt(actor, questionnaireId)).instrument, format),
);
