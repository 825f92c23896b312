import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";

interface AssignFormProps {
  readonly version: number;
  readonly assigned: string | null;
  /** handle of who has it */
  readonly holder: string | null;
  readonly leads: readonly { readonly id: string; readonly handle: string }[];
}

/** Whoever is chosen gets the keys of this one case; whoever had them loses them. */
export function AssignForm({ version, assigned, holder, leads }: AssignFormProps) {
  const t = useText();
  const isGone = assigned !== null && !leads.some(({ id }) => id === assigned);
  return (
    <Form {...usePageForm()} recordVersion={version}>
      {isGone && <p>{t.rich("casework.assign.gone", { handle: holder ?? "–" })}</p>}
      <RadioCards
        name="lead"
        label={t("casework.assign.label")}
        hint={t("casework.assign.hint")}
        defaultValue={isGone ? "" : (assigned ?? "")}
        options={[
          ...leads.map(({ id, handle }) => ({ value: id, label: <bdi>{handle}</bdi> })),
          { value: "", label: t("casework.assign.nobody") },
        ]}
      />
      <ButtonRow>
        <Button>{t("casework.assign.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
