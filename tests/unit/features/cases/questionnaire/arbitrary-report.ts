import fc from "fast-check";
import {
  AFFECTED_PARTIES,
  type CaseReport,
  CONSENT_AT_SENDING,
  REMEDY_RESULTS,
  YES_NO_UNSURE,
} from "#app/features/cases/case-report.ts";
import {
  AFFECTED_TYPES,
  CONSEQUENCES,
  INCIDENT_TYPES,
  INSTITUTION_TYPES,
  REMEDIES,
  type Remedy,
  STATED_REASONS,
} from "#app/features/taxonomy/codes.ts";
import { INCIDENT_GROUPS } from "#app/features/taxonomy/incident-groups.ts";

const TRIED = REMEDIES.filter((remedy) => remedy !== "none_tried");
const yesNoUnsure = fc.constantFrom(...YES_NO_UNSURE);
const some = <T>(codes: readonly T[]) => fc.uniqueArray(fc.constantFrom(...codes), { maxLength: 4 });
const date = fc.constantFrom("2024-11", "2025", "2025-02").map((text) => {
  return { date: text, precision: text.length === 4 ? ("year" as const) : ("month" as const) };
});

/** Reports in any state: some questions answered, some not, answers that contradict each other. */
export const anyReport: fc.Arbitrary<CaseReport> = fc
  .record(
    {
      listedParties: fc.record({ listedParty: yesNoUnsure }),
      affected: fc.record({ affected: fc.constantFrom(...AFFECTED_PARTIES) }),
      affectedType: fc.record({ affectedType: fc.constantFrom(...AFFECTED_TYPES) }),
      affectedName: fc.record({ affectedName: fc.constantFrom(null, "Ana") }),
      incidentGroup: fc.record({ incidentGroup: fc.constantFrom(...INCIDENT_GROUPS) }),
      incident: fc.record({ mainIncident: fc.constantFrom(...INCIDENT_TYPES) }),
      otherIncidents: fc.record({ otherIncidents: some(INCIDENT_TYPES) }),
      institutionType: fc.record({ institutionType: fc.constantFrom(...INSTITUTION_TYPES) }),
      institution: fc.constant({ institutionName: "A bank", institutionCountry: "NL" }),
      started: fc.record({ startedOn: date }),
      ongoing: fc.record({ ongoing: yesNoUnsure }),
      ended: fc.record({ endedOn: date }),
      danger: fc.record({ dangerToPersons: yesNoUnsure }),
      moneyAtRisk: fc.record({ moneyLostWithin72h: yesNoUnsure }),
      reason: fc.record({ statedReason: fc.constantFrom(...STATED_REASONS) }),
      inWriting: fc.record({ inWriting: yesNoUnsure }),
      notice: fc.constant({ noticeDays: 30 }),
      remedies: fc.record({ remedies: fc.oneof(some<Remedy>(TRIED), fc.constant<Remedy[]>(["none_tried"])) }),
      remedyResults: fc.record({
        results: fc.uniqueArray(
          fc.record({
            remedy: fc.constantFrom(...REMEDIES),
            result: fc.constantFrom(...REMEDY_RESULTS),
            triedOn: fc.constant(null),
          }),
          { maxLength: 3, selector: ({ remedy }) => remedy },
        ),
      }),
      consequences: fc.record({ consequences: some(CONSEQUENCES) }),
      story: fc.constantFrom({ story: null }, { story: "They closed it." }),
      consent: fc.record({ consent: fc.constantFrom(...CONSENT_AT_SENDING) }),
      recipients: fc.constant({ recipients: "One ministry" }),
    },
    { requiredKeys: [] },
  )
  .map((report): CaseReport => report);
