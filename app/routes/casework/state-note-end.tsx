import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { versionForm } from "#app/features/referrals/referral-forms.ts";
import { endNote } from "#app/features/state-notes/state-note-commands.server.ts";
import { stateNoteParams } from "#app/features/state-notes/state-note-params.ts";
import { readNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { EndNotePage } from "#app/features/state-notes/ui/end-note-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "state-notes.one", leave: false });

export const loader = guardedLoader(
  { may: "state-note.write", params: stateNoteParams },
  async ({ actor, params, request }) => {
    const { id, version, stateName, state } = await readNote(actor, params.noteId, localeOf(request));
    if (state === "taken") throw notFound();
    const end = state === "recalled" ? ("recalled" as const) : ("discard" as const);
    return { note: { id, version, stateName, end } };
  },
);

export const action = guardedAction(
  { may: "state-note.write", params: stateNoteParams, form: versionForm },
  async ({ actor, params, form }) => {
    const ended = await endNote(actor, params.noteId, form);
    return ended.ok ? redirect(paths.stateNotes()) : refused(ended.refusal);
  },
);

export default function StateNoteEnd() {
  return <EndNotePage {...useLoaderData<typeof loader>()} />;
}
