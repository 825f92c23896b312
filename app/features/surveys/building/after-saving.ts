import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { paths } from "#app/paths.ts";
import { textIn } from "./form-texts.ts";

/** Where a question leads once it is saved: to itself where one of its answers was moved, else to the overview. */
export function afterQuestion(id: string, values: FormValues): string {
  const [act, name] = [textIn(values, "do"), textIn(values, "name")];
  const moved = /^(options|rows)-(up|down|remove)-(\d+)$/.exec(act);
  const step = moved?.[2] === "down" ? 1 : -1;
  const at = moved ? `#${moved[1]}-${Math.max(0, Number(moved[3]) + step)}` : "";
  if (moved || act === "stay") return `${paths.questionnaireQuestion(id, name)}${at}`;
  return `${paths.questionnaire(id)}#question-${name}`;
}

/** A condition that got another line is looked at again; one that was saved is done. */
export function afterCondition(here: string, back: string, values: FormValues): string {
  return textIn(values, "do") === "save" ? back : here;
}
