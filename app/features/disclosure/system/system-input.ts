import type { DerivedPlans } from "#app/features/disclosure/derived/derived-plan.ts";
import type { MicroRecord } from "#app/features/disclosure/input/microdata.ts";
import type { Trees } from "#app/features/disclosure/input/specification-checks.ts";
import type { Rules } from "#app/features/disclosure/settings.ts";
import type { TablePlan } from "#app/features/disclosure/tables/table-plan.ts";
import type { Closure } from "./closure.ts";

/** What earlier releases of the same cohort said of a place; it binds this one. */
export type EarlierStatus = ReadonlyMap<string, "published" | "withheld">;

export interface SystemInput {
  readonly tables: readonly TablePlan[];
  readonly records: readonly MicroRecord[];
  readonly trees: Trees;
  readonly rules: Rules;
  readonly seed: string;
  readonly closure: Closure;
  readonly earlier?: EarlierStatus;
  /** shares that are or were printed */
  readonly shares?: DerivedPlans["shares"];
}
