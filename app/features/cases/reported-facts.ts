import type {
  AffectedType,
  AmountBand,
  ConsentLevel,
  Consequence,
  Corroboration,
  DocumentRequested,
  IncidentType,
  InstitutionType,
  Outcome,
  PaymentChannel,
  PeopleKind,
  Remedy,
  RiskLevel,
  StatedReason,
} from "#app/features/taxonomy/codes.ts";
import type { DateWithPrecision } from "#app/kernel/date-with-precision.ts";
import type { IsoDay } from "#app/kernel/iso-day.ts";
import type { YesNoUnsure } from "./case-report.ts";

/** How a case came in: from an account, out of a file of public reports, or by a link with a receipt. */
export const SOURCE_KINDS = ["account", "import", "receipt"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** What a report says, in codes, days and numbers only: no name, no free text. Null: not asked or not answered. */
export interface ReportedFacts {
  readonly mainIncident: IncidentType | null;
  readonly otherIncidents: readonly IncidentType[];
  readonly affectedType: AffectedType | null;
  /** ISO 3166-1 alpha-2, as are all countries here */
  readonly affectedCountry: string | null;
  readonly institutionType: InstitutionType | null;
  readonly institutionCountry: string | null;
  readonly startedOn: DateWithPrecision | null;
  readonly ongoing: YesNoUnsure | null;
  readonly closureOn: IsoDay | null;
  readonly payrollOn: IsoDay | null;
  readonly hearingOn: IsoDay | null;
  readonly windDownOn: IsoDay | null;
  readonly moneyLostWithin72h: YesNoUnsure | null;
  readonly dangerToPersons: YesNoUnsure | null;
  readonly channel: PaymentChannel | null;
  readonly currency: string | null;
  readonly amountMinor: number | null;
  readonly amountBand: AmountBand | null;
  readonly statedReason: StatedReason | null;
  readonly inWriting: YesNoUnsure | null;
  readonly noticeDays: number | null;
  readonly durationDays: number | null;
  readonly documents: readonly DocumentRequested[];
  readonly remedies: readonly Remedy[];
  readonly outcome: Outcome | null;
  readonly consequences: readonly Consequence[];
  /** what coping with it cost beyond the ordinary: money, and working days of one's own people */
  readonly extraCostCurrency: string | null;
  readonly extraCostMinor: number | null;
  readonly staffDays: number | null;
  readonly peopleAffected: number | null;
  readonly peopleKind: PeopleKind | null;
  readonly consent: ConsentLevel | null;
  readonly riskIfNamed: RiskLevel | null;
  readonly listedParty: YesNoUnsure | null;
  /** whether it happened because of work with or for the Court, or of sanctions tied to it */
  readonly courtRelated: YesNoUnsure | null;
  readonly sourceKind: SourceKind;
  readonly corroboration: Corroboration;
  /** code of the register of measures */
  readonly measure: string | null;
}
