import { z } from "zod";
import type { Chosen, Offer } from "./carried-answers.ts";

/** In the place of a choice: nothing of this is taken along. */
export const LEFT_OUT = "-";
export const choiceField = (name: string) => `one-${name}`;

/** What is ticked, and beside it one field for each question of which one of several is chosen. */
export const carryForm = z.looseObject({ take: z.union([z.string(), z.array(z.string())]).optional() });
export type CarryForm = z.infer<typeof carryForm>;

/** What was chosen of each offer. A field that names nothing offered chooses nothing: forms can say anything. */
export function chosenIn(offers: readonly Offer[], form: CarryForm): Chosen {
  const ticked = [form.take ?? []].flat();
  return Object.fromEntries(
    offers.map(({ name, choices }) => {
      const one = form[choiceField(name)];
      const only = ticked.includes(name) ? choices[0]?.value : undefined;
      return [name, choices.length === 1 ? only : typeof one === "string" ? one : undefined];
    }),
  );
}
