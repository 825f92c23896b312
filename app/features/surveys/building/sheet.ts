import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import type { Instrument } from "#app/features/surveys/instruments/instrument.ts";
import type { Result } from "#app/kernel/result.ts";

/** A page that changes one part of a questionnaire: what its form holds, and what the form says of the whole. */
export interface Sheet {
  /** null where there is no such part */
  fields(instrument: Instrument): FormValues | null;
  apply(instrument: Instrument, values: FormValues): Result<Instrument>;
}
