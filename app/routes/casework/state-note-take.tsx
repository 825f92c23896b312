import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { takeForm } from "#app/features/referrals/referral-forms.ts";
import { takeNote } from "#app/features/state-notes/note-taking.server.ts";
import { stateNoteParams } from "#app/features/state-notes/state-note-params.ts";
import { readNote } from "#app/features/state-notes/state-note-queries.server.ts";
import { TakeNotePage } from "#app/features/state-notes/ui/take-note-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "referrals.take.heading", leave: false });

export const loader = guardedLoader(
  { may: "state-note.write", params: stateNoteParams },
  async ({ actor, params, request }) => {
    const note = await readNote(actor, params.noteId, localeOf(request));
    if (note.state !== "approved" && note.state !== "taken") throw notFound();
    const { id, version, stateName, receiver, fingerprint } = note;
    return { note: { id, version, stateName, receiver, fingerprint } };
  },
);

/** What leaves the house leaves by somebody who has just shown who they are. */
export const action = guardedAction(
  { may: "state-note.write", params: stateNoteParams, form: takeForm, reauthenticated: true },
  async ({ actor, params, form, context }) => {
    const taken = await takeNote(actor, { id: params.noteId, ...form }, context);
    return taken.ok ? taken.value : refused(taken.refusal);
  },
);

export default function StateNoteTake() {
  return <TakeNotePage {...useLoaderData<typeof loader>()} />;
}
