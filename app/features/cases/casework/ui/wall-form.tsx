import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface WallFormProps {
  readonly caseId: string;
  readonly version: number;
  /** the team that reads the case from then on */
  readonly walled: string;
}

/** Says what nobody can undo, before anybody presses. */
export function WallForm({ caseId, version, walled }: WallFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version}>
      <p>{t("casework.wall.when")}</p>
      <ul>
        <li>{t("casework.wall.readers", { team: walled })}</li>
        <li>{t("casework.wall.gone")}</li>
        <li>{t("casework.wall.reporter")}</li>
        <li>{t("casework.wall.for-ever")}</li>
      </ul>
      <TextArea name="reason" label={t("casework.reason.label")} hint={t("casework.wall.reason-hint")} rows={4} />
      <Checkbox name="sure" label={t("casework.wall.sure.label")} />
      <ButtonRow>
        <Button look="danger">{t("casework.wall.button")}</Button>
        <ButtonLink href={paths.case(caseId)} look="secondary">
          {t("common.action.keep")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}
