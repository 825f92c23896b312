import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import type { HintWords } from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { OtherCaseFields } from "./other-case-fields.tsx";

interface MergeFormProps {
  readonly caseId: string;
  readonly version: number;
  readonly hints: readonly HintWords[];
}

/** Says what becomes of both cases, before anybody presses. */
export function MergeForm({ caseId, version, hints }: MergeFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version}>
      <ul>
        <li>{t("relations.merge.closed")}</li>
        <li>{t("relations.merge.figures")}</li>
        <li>{t("relations.merge.reporter")}</li>
        <li>{t("relations.merge.undo")}</li>
      </ul>
      <OtherCaseFields hints={hints} label={t("relations.merge.other")} />
      <TextArea name="reason" label={t("casework.reason.label")} hint={t("relations.merge.reason-hint")} rows={4} />
      <ButtonRow>
        <Button>{t("relations.merge.button")}</Button>
        <ButtonLink href={paths.caseRelations(caseId)} look="secondary">
          {t("common.action.keep")}
        </ButtonLink>
      </ButtonRow>
    </Form>
  );
}

export function UnmergeForm({ version }: Pick<MergeFormProps, "version">) {
  const t = useText();
  return (
    <Form {...usePageForm()} recordVersion={version}>
      <p>{t("relations.unmerge.lead")}</p>
      <TextArea name="reason" label={t("casework.reason.label")} hint={t("relations.merge.reason-hint")} rows={4} />
      <ButtonRow>
        <Button>{t("relations.unmerge.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
