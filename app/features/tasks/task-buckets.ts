import { addDays, type IsoDay } from "#app/kernel/iso-day.ts";

/** How a day's work is laid out, in this order. */
export const BUCKETS = ["overdue", "today", "week", "later", "undated"] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Days after today that count as "this week": seven, whatever day of the week it is. */
const WEEK_DAYS = 7;

export function bucketOf(dueOn: IsoDay | null, today: IsoDay): Bucket {
  if (dueOn === null) return "undated";
  if (dueOn < today) return "overdue";
  if (dueOn === today) return "today";
  return dueOn <= addDays(today, WEEK_DAYS) ? "week" : "later";
}

/** Each bucket that holds something, in order; within one the earliest day first, and what is equal as it came. */
export function inBuckets<Entry extends { readonly dueOn: IsoDay | null }>(
  entries: readonly Entry[],
  today: IsoDay,
): readonly { readonly bucket: Bucket; readonly entries: readonly Entry[] }[] {
  return BUCKETS.map((bucket) => ({
    bucket,
    entries: entries.filter(({ dueOn }) => bucketOf(dueOn, today) === bucket).sort(byDay),
  })).filter(({ entries: some }) => some.length > 0);
}

const byDay = (a: { readonly dueOn: IsoDay | null }, b: { readonly dueOn: IsoDay | null }) =>
  (a.dueOn ?? "").localeCompare(b.dueOn ?? "");
