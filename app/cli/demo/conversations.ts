import type { Actor } from "#app/access/actor.ts";
import type { Written } from "#app/features/messages/message-commands.server.ts";
import { askReporter, writeAsReporter, writeAsTeam } from "#app/features/messages/message-commands.server.ts";
import { findConversation } from "#app/features/messages/message-queries.server.ts";
import { readyText } from "#app/features/messages/ready-texts.server.ts";
import type { CaseId } from "#app/kernel/id.ts";
import { type Result, valueFrom } from "#app/kernel/result.ts";
import { closureDraft } from "./files.ts";

/** One case and the people who write to each other about it. */
export interface Correspondents {
  readonly caseId: CaseId;
  readonly reporter: Actor;
  readonly intake: Actor;
}

type Write = (actor: Actor, caseId: CaseId, written: Written) => Promise<Result<null>>;

/** Somebody writes who has read everything before. */
async function say(
  write: Write,
  actor: Actor,
  caseId: CaseId,
  text: string,
  more: Pick<Written, "language" | "files"> = {},
): Promise<void> {
  const seenAt = (await findConversation(actor, caseId))?.messages.at(-1)?.at ?? null;
  valueFrom(await write(actor, caseId, { text, seenAt, ...more }));
}

/** In English, under way: the lead's last word is not read yet. */
export async function closureConversation({ caseId, reporter, intake }: Correspondents, lead: Actor): Promise<void> {
  await say(writeAsTeam, intake, caseId, readyText("received", "en"));
  await say(
    writeAsReporter,
    reporter,
    caseId,
    "Thank you. The branch manager has called: the account may stay open until payroll if we sign that we agree to the closure. Should we sign?",
    { language: "en" },
  );
  await say(
    writeAsTeam,
    lead,
    caseId,
    "Please do not sign. With this goes the draft of an answer: change what is wrong, then send it on your paper.",
    { files: [await closureDraft(lead, caseId)] },
  );
}

/** In French: a question is open. */
export async function transferConversation({ caseId, intake }: Correspondents): Promise<void> {
  await say(askReporter, intake, caseId, readyText("date", "fr"));
}

/** In Arabic: the question is answered, the answer is new to the team, and the case is back. */
export async function mailboxConversation({ caseId, reporter, intake }: Correspondents): Promise<void> {
  await say(askReporter, intake, caseId, readyText("letter", "ar"));
  await say(
    writeAsReporter,
    reporter,
    caseId,
    "لم تصلنا أي رسالة منهم. تظهر عند محاولة الدخول عبارة واحدة: «This account has been suspended». وقد غيّرنا أرقام هواتفنا بعد اتصال التهديد.",
    { language: "ar" },
  );
}

/** In Spanish, to somebody without an account: a question is open. */
export async function receiptConversation(intake: Actor, caseId: CaseId): Promise<void> {
  await say(askReporter, intake, caseId, readyText("letter", "es"));
}
