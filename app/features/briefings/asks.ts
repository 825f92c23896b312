import type { Dimension } from "#app/features/briefings/figures/dimensions.ts";
import { ASK_CODES, type AskCode } from "#app/features/taxonomy/ask-codes.ts";

/** Who is asked, in the order in which a briefing speaks to them. */
export const ADDRESSEES = [
  "states_parties",
  "eu_and_members",
  "eu_commission",
  "supervisors",
  "banks",
  "donors",
  "providers",
  "asp_bureau",
  "court",
] as const;
export type Addressee = (typeof ADDRESSEES)[number];

export { ASK_CODES, type AskCode };

/**
 * Where an ask comes from: S1 FIDH on the 24th Assembly (9 December 2025), S2 Human Rights Watch for it (November 2025),
 * S3 the Coalition for the ICC at the cooperation plenary (5 December 2024), S4 its report on the 23rd Assembly,
 * S5 the guidelines of the European Banking Authority (2023).
 */
export type AskSource = "S1" | "S2" | "S3" | "S4" | "S5";

interface AskFacts {
  readonly addressee: Addressee;
  readonly sources: readonly AskSource[];
  /** true where the sources say something near it and the wording is ours */
  readonly derived?: true;
  /** the tables that can stand behind it; an editor chooses among them */
  readonly evidence: readonly Dimension[];
}

/** The asks of the campaign. Their words are in the messages, slice `asks`. */
export const ASKS: Record<AskCode, AskFacts> = {
  SP1: {
    addressee: "states_parties",
    sources: ["S1", "S2", "S3"],
    evidence: ["incident_group", "severity", "measure"],
  },
  SP2: {
    addressee: "states_parties",
    sources: ["S1"],
    evidence: ["incident_group", "incident_type", "payment_channel", "consequence"],
  },
  SP3: {
    addressee: "states_parties",
    sources: ["S2", "S3"],
    evidence: ["institution_region", "stated_reason", "measure"],
  },
  SP4: {
    addressee: "states_parties",
    sources: ["S3"],
    evidence: ["institution_type", "institution_region", "incident_group", "incident_type"],
  },
  SP5: { addressee: "states_parties", sources: ["S3"], evidence: ["affected_type", "incident_group", "incident_type"] },
  SP6: {
    addressee: "states_parties",
    sources: ["S3", "S4"],
    evidence: ["incident_group", "incident_type", "severity", "consequence"],
  },
  SP7: { addressee: "states_parties", sources: ["S2", "S3"], evidence: ["remedy", "outcome"] },
  SP8: { addressee: "states_parties", sources: ["S2"], evidence: ["incident_group", "incident_type", "affected_type"] },
  EU1: { addressee: "eu_and_members", sources: ["S2", "S3"], evidence: ["institution_region", "measure", "remedy"] },
  EU2: { addressee: "eu_commission", sources: ["S2", "S3"], derived: true, evidence: ["remedy", "stated_reason"] },
  RB1: {
    addressee: "supervisors",
    sources: ["S1", "S3", "S5"],
    derived: true,
    evidence: ["stated_reason", "institution_type"],
  },
  RB2: {
    addressee: "banks",
    sources: ["S1"],
    derived: true,
    evidence: ["stated_reason", "documents_requested", "institution_type"],
  },
  DN1: {
    addressee: "donors",
    sources: ["S1", "S2"],
    derived: true,
    evidence: ["consequence", "incident_group", "incident_type"],
  },
  SV1: {
    addressee: "providers",
    sources: ["S2", "S3"],
    evidence: ["incident_group", "incident_type", "institution_type", "consequence"],
  },
  AB1: { addressee: "asp_bureau", sources: ["S1", "S4"], evidence: ["incident_group", "severity", "consequence"] },
  CT1: {
    addressee: "court",
    sources: ["S2", "S4"],
    derived: true,
    evidence: ["incident_group", "incident_type", "consequence", "affected_type"],
  },
};

/** @returns the codes in the order of addressees, and within one addressee as given */
export function byAddressee<Ask extends { readonly code: AskCode }>(asks: readonly Ask[]): [Addressee, Ask[]][] {
  return ADDRESSEES.map((addressee): [Addressee, Ask[]] => [
    addressee,
    asks.filter(({ code }) => ASKS[code].addressee === addressee),
  ]).filter(([, theirs]) => theirs.length > 0);
}
