import { guardedResource } from "#app/access/guard.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { listFile } from "#app/features/cases/lists/lists-page.server.ts";

export const loader = guardedResource({ may: "case.list", params: listParams }, ({ actor, params }) =>
  listFile(actor, params.listId),
);
