import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ConditionPage } from "#app/features/surveys/building/condition-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { SheetForm } from "./sheet-form.tsx";

interface ConditionEditPageProps {
  readonly back: string;
  readonly of: "page" | "question";
  readonly condition: ConditionPage;
}

/** When a page or a question is asked. */
export function ConditionEditPage({ back, of, condition }: ConditionEditPageProps) {
  const t = useText();
  const { called, words, seen, defaults } = condition;
  return (
    <Page back={back} caption={<bdi>{called}</bdi>}>
      <SheetForm seen={seen} defaults={defaults}>
        <Heading>{t(`questionnaires.condition.heading.${of}`)}</Heading>
        <Lead>{t("questionnaires.condition.lead")}</Lead>
        <Notice title={t("questionnaires.condition.now")}>
          <p>{words ? t("questionnaires.condition.asked-when", { words }) : t("questionnaires.condition.always")}</p>
        </Notice>
        <ConditionFields condition={condition} />
      </SheetForm>
    </Page>
  );
}
