import { z } from "zod";
import { codeSchema, nameSchema } from "./names.ts";

/**
 * What must hold of earlier answers for something to be asked. Small on purpose: it has no loop, no arithmetic and no
 * name but those of questions, so that reading it always ends and `reachability.ts` can tell what it allows.
 * An answer that was declined, or was never asked for, is no answer: only `not` is true of it.
 */
export type Condition =
  | { readonly op: "equals"; readonly question: string; readonly value: string }
  | { readonly op: "includes"; readonly question: string; readonly value: string }
  | { readonly op: "answered"; readonly question: string }
  | { readonly op: "more-than"; readonly question: string; readonly value: number }
  | {
      readonly op: "any-row";
      readonly question: string;
      /** left out: any row at all */
      readonly rows?: readonly string[] | undefined;
      readonly values: readonly string[];
    }
  | { readonly op: "all"; readonly of: readonly Condition[] }
  | { readonly op: "any"; readonly of: readonly Condition[] }
  | { readonly op: "not"; readonly of: Condition };

/** A condition about one question. */
export type Atom = Exclude<Condition, { readonly of: unknown }>;

const codes = z.array(codeSchema).min(1).max(300).readonly();
const question = nameSchema;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion("op", [
    z.strictObject({ op: z.literal("equals"), question, value: codeSchema }),
    z.strictObject({ op: z.literal("includes"), question, value: codeSchema }),
    z.strictObject({ op: z.literal("answered"), question }),
    z.strictObject({ op: z.literal("more-than"), question, value: z.number().finite() }),
    z.strictObject({ op: z.literal("any-row"), question, rows: codes.optional(), values: codes }),
    z.strictObject({ op: z.literal("all"), of: z.array(conditionSchema).min(1).max(40).readonly() }),
    z.strictObject({ op: z.literal("any"), of: z.array(conditionSchema).min(1).max(40).readonly() }),
    z.strictObject({ op: z.literal("not"), of: conditionSchema }),
  ]),
);

/** Every condition about one question within a condition, in order. */
export function atomsOf(condition: Condition | undefined): readonly Atom[] {
  if (!condition) return [];
  if (condition.op === "all" || condition.op === "any") return condition.of.flatMap(atomsOf);
  return condition.op === "not" ? atomsOf(condition.of) : [condition];
}

/** The names of the questions that a condition looks at, each once. */
export function questionsIn(condition: Condition | undefined): readonly string[] {
  return [...new Set(atomsOf(condition).map((atom) => atom.question))];
}

/** Puts a condition together from what holds of each of its atoms. */
export function holdsBy(condition: Condition, isTrue: (atom: Atom) => boolean): boolean {
  if (condition.op === "all") return condition.of.every((inner) => holdsBy(inner, isTrue));
  if (condition.op === "any") return condition.of.some((inner) => holdsBy(inner, isTrue));
  return condition.op === "not" ? !holdsBy(condition.of, isTrue) : isTrue(condition);
}
