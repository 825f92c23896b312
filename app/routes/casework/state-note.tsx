import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { giveWord } from "#app/features/state-notes/state-note-commands.server.ts";
import { wordForm } from "#app/features/state-notes/state-note-forms.ts";
import { stateNoteParams } from "#app/features/state-notes/state-note-params.ts";
import { readNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { StateNotePage } from "#app/features/state-notes/ui/state-note-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "state-notes.one", leave: false });

export const loader = guardedLoader(
  { may: "state-note.read", params: stateNoteParams },
  async ({ actor, params, request }) => ({ note: await readNote(actor, params.noteId, localeOf(request)) }),
);

/** One of two words, on the page that shows every character of it, by somebody who has just shown who they are. */
export const action = guardedAction(
  { may: "state-note.write", params: stateNoteParams, form: wordForm, reauthenticated: true },
  async ({ actor, params: { noteId }, form }) => {
    const given = await giveWord(actor, noteId, form);
    return given.ok ? redirect(paths.stateNote(noteId)) : refused(given.refusal);
  },
);

export default function StateNote() {
  return <StateNotePage {...useLoaderData<typeof loader>()} />;
}
