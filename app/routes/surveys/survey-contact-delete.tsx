import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { contactLines } from "#app/features/surveys/waves/contact-lines.ts";
import { deleteContact, readContact } from "#app/features/surveys/waves/contacts.server.ts";
import { ContactText } from "#app/features/surveys/waves/ui/contacts-page.tsx";
import { contactParams } from "#app/features/surveys/waves/wave-params.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "waves.contacts.heading", leave: false });

export const loader = guardedLoader(
  { may: "wave-contact.read", params: contactParams },
  async ({ actor, params: { contactId } }) => {
    const { contact } = await readContact(actor, contactId);
    return { lines: contactLines(contact).lines };
  },
);

export const action = guardedAction(
  { may: "wave-contact.read", params: contactParams, form: emptyForm },
  async ({ actor, params: { contactId } }) => {
    const deleted = await deleteContact(actor, contactId);
    return deleted.ok ? redirect(paths.surveyContacts()) : refused(deleted.refusal);
  },
);

export default function SurveyContactDelete() {
  const t = useText();
  const { lines } = useLoaderData<typeof loader>();
  return (
    <DecisionPage
      back={paths.surveyContacts()}
      title={t("waves.contacts.delete.heading")}
      lead={t("waves.contacts.delete.lead")}
      button={t("waves.contacts.done")}
      look="danger"
    >
      <ContactText lines={lines} />
    </DecisionPage>
  );
}
