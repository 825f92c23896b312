import type { ReactNode } from "react";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

export type TagTone = "plain" | "glacier" | "amber" | "red" | "quiet";

/** A state in one or two words. The tone only repeats what the words say. */
export function Tag({ tone = "glacier", children }: { readonly tone?: TagTone; readonly children: ReactNode }) {
  return <span className={`tag tag--${tone}`}>{children}</span>;
}

interface DueTagProps {
  readonly dueAt: Date | string | null;
  /** The moment of the request: time comes in as an argument. */
  readonly now: Date | string;
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 7;

/** When something is due: red today and after, amber within a week. */
export function DueTag({ dueAt, now }: DueTagProps) {
  const t = useText();
  const { date } = useFormats();
  if (dueAt === null) return <span className="quiet">{t("common.due.none")}</span>;
  const due = new Date(dueAt);
  const today = new Date(now);
  const days = Math.floor(due.getTime() / DAY_MS) - Math.floor(today.getTime() / DAY_MS);
  const time = <time dateTime={due.toISOString()}>{wordsOf(due, today, days, t, (day) => date(day, "weekday"))}</time>;
  return <Tag tone={toneOf(due, today, days)}>{time}</Tag>;
}

function toneOf(due: Date, now: Date, days: number): TagTone {
  if (due <= now || days <= 0) return "red";
  return days <= SOON_DAYS ? "amber" : "quiet";
}

function wordsOf(
  due: Date,
  now: Date,
  days: number,
  t: ReturnType<typeof useText>,
  day: (date: Date) => string,
): string {
  if (days < 0) return t("common.due.overdue", { days: -days });
  if (due <= now) return t("common.due.overdue-today");
  return days === 0 ? t("common.due.today", { time: due.toISOString().slice(11, 16) }) : day(due);
}
