import { guardedResource } from "#app/access/guard.server.ts";
import { pictureAnswer } from "#app/features/evidence/file-answers.server.ts";
import { pictureParams } from "#app/features/evidence/file-params.ts";
import { checkOpened } from "#app/features/evidence/opened-copy.server.ts";

/** One picture of the clean copy, to be seen in the page of its file by whoever has opened it there. */
export const loader = guardedResource(
  { may: "case.read", params: pictureParams },
  async ({ actor, params, session, url, context }) => {
    checkOpened(session, params.fileId, url);
    return pictureAnswer(actor, params, context);
  },
);
