import { guardedResource } from "#app/access/guard.server.ts";
import { checkTicket } from "#app/access/taken.server.ts";
import { originalAnswer } from "#app/features/evidence/file-answers.server.ts";
import { fileParams } from "#app/features/evidence/file-params.ts";

/** The original itself, for who has just said on the page before that they take it. */
export const loader = guardedResource(
  { may: "file.take", params: fileParams },
  async ({ actor, params, session, url, context }) => {
    checkTicket(session, url, `original/${params.fileId}`);
    return originalAnswer(actor, params, context);
  },
);
