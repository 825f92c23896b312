import { notFound } from "#app/access/answers.server.ts";
import type { OpenSession } from "#app/access/session.server.ts";
import { findView, keepView } from "#app/access/views.server.ts";

/*
 * No address changes anything, so looking at a copy begins with a form, which writes it down and leaves a mark in the session.
 * The pictures are given to this session only, and to nobody who merely knows their address.
 */

/** @returns the mark, for `?view=` */
export function markOpened(session: OpenSession, fileId: string): Promise<string> {
  return keepView(session, { file: fileId });
}

/** @returns the mark where this session has opened the file, else null */
export function openedMark(session: OpenSession, fileId: string, url: URL): string | null {
  const mark = url.searchParams.get("view");
  return findView<{ readonly file?: string }>(session, mark)?.file === fileId ? mark : null;
}

/** @throws Response the page of what is not there, where it was not opened before */
export function checkOpened(session: OpenSession, fileId: string, url: URL): void {
  if (openedMark(session, fileId, url) === null) throw notFound();
}
