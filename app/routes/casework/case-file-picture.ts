import { guardedResource } from "#app/access/guard.server.ts";
import { pictureAnswer } from "#app/features/evidence/file-answers.server.ts";
import { pictureParams } from "#app/features/evidence/file-params.ts";

/** One picture of the clean copy, to be seen in the page of its file. */
export const loader = guardedResource({ may: "case.read", params: pictureParams }, ({ actor, params, context }) =>
  pictureAnswer(actor, params, context),
);
