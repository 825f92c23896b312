import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { changeNoteForm } from "#app/features/state-notes/state-note-forms.ts";
import { stateNoteParams } from "#app/features/state-notes/state-note-params.ts";
import { readNoteForm } from "#app/features/state-notes/state-note-queries.server.ts";
import { changeNote } from "#app/features/state-notes/state-note-writing.server.ts";
import { ChangeNotePage } from "#app/features/state-notes/ui/change-note-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "state-notes.change.heading", leave: false });

export const loader = guardedLoader(
  { may: "state-note.write", params: stateNoteParams },
  async ({ actor, params, request }) => ({ form: await readNoteForm(actor, params.noteId, localeOf(request)) }),
);

export const action = guardedAction(
  { may: "state-note.write", params: stateNoteParams, form: changeNoteForm },
  async ({ actor, params: { noteId }, form }) => {
    const changed = await changeNote(actor, noteId, form);
    return changed.ok ? redirect(paths.stateNote(noteId)) : refused(changed.refusal);
  },
);

export default function StateNoteChange() {
  return <ChangeNotePage {...useLoaderData<typeof loader>()} />;
}
