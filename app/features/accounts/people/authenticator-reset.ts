import { isoDayOf } from "#app/kernel/iso-day.ts";
import { weekOf } from "#app/kernel/week.ts";

/** Somebody whose authenticator was lost, as far as those see who approve a new one. */
export interface FactorOwner {
  readonly id: string;
  readonly secondFactorVersion: number;
}

const WEEK_MS = 7 * 86_400_000;

export function resetSubject(userId: string): string {
  return `authenticator/${userId}`;
}

/** What is approved: that this person may replace exactly the present authenticator, and in which week it was said. */
export function resetText({ id, secondFactorVersion }: FactorOwner, at: Date): string {
  return JSON.stringify([id, secondFactorVersion, isoDayOf(weekOf(at))]);
}

/** The texts that still count: of this week and the one before. Whoever waits longer asks again. */
export function resetTextsNow(owner: FactorOwner, at: Date): readonly string[] {
  return [resetText(owner, at), resetText(owner, new Date(at.getTime() - WEEK_MS))];
}
