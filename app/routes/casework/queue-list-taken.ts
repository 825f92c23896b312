import { guardedResource } from "#app/access/guard.server.ts";
import { checkTicket } from "#app/access/taken.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { listFile } from "#app/features/cases/lists/lists-page.server.ts";

/** The file itself, for who has just said on the page before that they take it. */
export const loader = guardedResource(
  { may: "case.list", params: listParams },
  async ({ actor, params, session, url }) => {
    checkTicket(session, url, `list/${params.listId}`);
    return listFile(actor, params.listId);
  },
);
