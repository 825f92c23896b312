import { redirect } from "@remix-run/node";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { deleteList } from "#app/features/cases/lists/list-commands.server.ts";
import { listParams } from "#app/features/cases/lists/list-params.ts";
import { readList } from "#app/features/cases/lists/lists-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "lists.heading", leave: false });

export const loader = guardedLoader({ may: "case.list", params: listParams }, async ({ actor, params }) => {
  await readList(actor, params.listId);
  return {};
});

export const action = guardedAction(
  { may: "case.list", params: listParams, form: emptyForm },
  async ({ actor, params }) => {
    const deleted = await deleteList(actor, params.listId);
    return deleted.ok ? redirect(paths.queueLists()) : refused(deleted.refusal);
  },
);

export default function QueueListDelete() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.queueLists()}
      title={t("lists.delete.heading")}
      lead={t("lists.delete.lead")}
      button={t("lists.delete.link")}
      look="danger"
    />
  );
}
