import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readNotes } from "#app/features/state-notes/state-note-queries.server.ts";
import { StateNotesPage } from "#app/features/state-notes/ui/state-notes-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "state-notes.heading", leave: false });

export const loader = guardedLoader({ may: "state-note.read" }, async ({ actor, request }) => ({
  notes: await readNotes(actor, localeOf(request)),
}));

export default function StateNotes() {
  return <StateNotesPage {...useLoaderData<typeof loader>()} />;
}
