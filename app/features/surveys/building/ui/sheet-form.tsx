import type { ReactNode } from "react";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, type ButtonLook, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import type { FormValues } from "#app/design-system/forms/form-context.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { PART_CHANGED } from "#app/features/surveys/building/building-refusals.ts";
import { textIn } from "#app/features/surveys/building/form-texts.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { FirstButton } from "./first-button.tsx";

interface SheetFormProps {
  /** stands for what the page shows of the part that it changes */
  readonly seen: string;
  readonly defaults: FormValues;
  /** words of its fields: before problems in the summary, and before what a colleague has saved */
  readonly labels?: Readonly<Record<string, string>>;
  /** where there is more to do than to save */
  readonly buttons?: ReactNode;
  readonly children: ReactNode;
}

/** The form of a part of a questionnaire. Where a colleague was faster, theirs stands above what was typed here. */
export function SheetForm({ seen, defaults, labels = {}, buttons = <SaveButton />, children }: SheetFormProps) {
  const form = usePageForm();
  const isOvertaken = form.result?.refusal.code === PART_CHANGED.code;
  // Only the page that shows what a colleague has saved may send over it.
  const known = form.result && !isOvertaken ? textIn(form.result.values, "seen") : seen;
  return (
    <Form {...form} defaults={defaults} labels={labels}>
      {isOvertaken && <Newest typed={form.result!.values} saved={defaults} labels={labels} />}
      {/* Enter saves, and never moves or removes anything. */}
      <FirstButton name="do" value="save" />
      <input type="hidden" name="seen" value={known} />
      {children}
      <ButtonRow>{buttons}</ButtonRow>
    </Form>
  );
}

/** The button of every sheet; `look` where another one stands before it. */
export function SaveButton({ look = "primary" }: { readonly look?: ButtonLook }) {
  const t = useText();
  return (
    <Button name="do" value="save" look={look}>
      {t("common.action.save")}
    </Button>
  );
}

interface NewestProps {
  readonly typed: FormValues;
  readonly saved: FormValues;
  readonly labels: Readonly<Record<string, string>>;
}

function Newest({ typed, saved, labels }: NewestProps) {
  const t = useText();
  const differing = Object.keys(labels).filter((name) => textIn(typed, name) !== textIn(saved, name));
  return (
    <Notice kind="warning" title={t("questionnaires.newest.title")}>
      <p>{t("questionnaires.newest.body")}</p>
      {differing.length > 0 && (
        <dl>
          {differing.map((name) => (
            <div key={name}>
              <dt>{t("common.list.labelled", { label: labels[name] ?? name })}</dt>
              <dd dir="auto" className="typed">
                {textIn(saved, name) || t("common.list.not-given")}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Notice>
  );
}
