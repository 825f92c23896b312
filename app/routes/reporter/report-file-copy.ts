import { guardedResource } from "#app/access/guard.server.ts";
import { copyAnswer } from "#app/features/evidence/file-answers.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";

/** The clean copy, to take away. */
export const loader = guardedResource({ may: "report.read", params: fileParams }, ({ actor, params, context }) =>
  copyAnswer(actor, params, context),
);
