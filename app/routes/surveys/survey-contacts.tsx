import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { contactLines } from "#app/features/surveys/waves/contact-lines.ts";
import { listContacts } from "#app/features/surveys/waves/contacts.server.ts";
import { ContactsPage } from "#app/features/surveys/waves/ui/contacts-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "waves.contacts.heading", leave: false });

export const loader = guardedLoader({ may: "wave-contact.read" }, async ({ actor }) => {
  const contacts = await listContacts(actor);
  return { contacts: contacts.map(({ id, contact }) => ({ id, ...contactLines(contact) })) };
});

export default function SurveyContacts() {
  return <ContactsPage {...useLoaderData<typeof loader>()} />;
}
