import type { NamedCode } from "#app/features/briefings/figures/protected-release.ts";
import type { Register } from "#app/features/registers/institutions/institution.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { KeptNaming, NamingFacts } from "./naming.ts";
import { type VoidReason, voidReason } from "./naming-rules.ts";

/** A naming as its room hands it over. */
export interface OpenNaming extends KeptNaming {
  readonly id: string;
  /** code in tables */
  readonly code: string;
  /** base64url */
  readonly hash: string;
  /** whether two persons answer for exactly this */
  readonly isApproved: boolean;
}

/** Why a name that stands in the tables may not be printed. */
export type NameObstacle = VoidReason | "taken-back" | "not-approved";

/** A row of the tables with the name it stands for. */
export interface EditionName {
  readonly code: string;
  /** null where its clearing is there no more */
  readonly facts: NamingFacts | null;
  /** whoever proposed it had a hand in the briefing, and does not release it; user id */
  readonly proposedBy: string | null;
  readonly obstacle: NameObstacle | null;
}

export interface NamesContext {
  readonly register: Register;
  readonly session: string;
  readonly today: IsoDay;
}

/**
 * The names of an edition as they stand at this moment: each with its clearing, or with what voids it.
 * @param printed   what the tables name
 * @param namings   of the briefing
 */
export function editionNames(
  printed: readonly NamedCode[],
  namings: readonly OpenNaming[],
  context: NamesContext,
): EditionName[] {
  return printed.map(({ code, naming, hash }) => {
    const own = namings.find((one) => one.id === naming && one.hash === hash && one.code === code);
    if (!own) return { code, facts: null, proposedBy: null, obstacle: "taken-back" };
    const obstacle = voidReason(own.facts, context.register, context) ?? (own.isApproved ? null : "not-approved");
    return { code, facts: own.facts, proposedBy: own.proposedBy, obstacle };
  });
}

/** What may be printed: names without an obstacle, by code. */
export type PrintableNames = ReadonlyMap<string, NamingFacts>;

export function printableNames(names: readonly EditionName[] | null): PrintableNames {
  return new Map((names ?? []).flatMap(({ code, facts, obstacle }) => (facts && !obstacle ? [[code, facts]] : [])));
}
