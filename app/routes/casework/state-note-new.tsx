import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { newNoteForm } from "#app/features/state-notes/state-note-forms.ts";
import { readNewNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { beginNote } from "#app/features/state-notes/state-note-writing.server.ts";
import { NewNotePage } from "#app/features/state-notes/ui/new-note-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "state-notes.new.heading", leave: false });

export const loader = guardedLoader({ may: "state-note.write" }, ({ actor, request }) =>
  readNewNote(actor, localeOf(request)),
);

export const action = guardedAction({ may: "state-note.write", form: newNoteForm }, async ({ actor, form }) => {
  const begun = await beginNote(actor, form);
  return begun.ok ? redirect(paths.stateNoteChange(begun.value.noteId)) : refused(begun.refusal);
});

export default function StateNoteNew() {
  return <NewNotePage {...useLoaderData<typeof loader>()} />;
}
