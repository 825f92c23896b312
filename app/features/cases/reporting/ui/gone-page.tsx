import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { FREE_TEXT_FIELDS } from "#app/features/cases/questionnaire/free-text-fields.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useListBack } from "./use-reporter-text.ts";

/** An answer for a draft that is no more: what was typed is shown, so that it can be copied. */
export function GonePage() {
  const t = useText();
  const { result } = usePageForm();
  const texts = FREE_TEXT_FIELDS.flatMap((name) => [result?.values[name] ?? []].flat()).filter(Boolean);
  return (
    <Page {...useListBack("report.page.gone.back")}>
      {result && <ErrorSummary refusal={result.refusal} />}
      <Heading>{t("report.page.gone.heading")}</Heading>
      <Lead>{t("report.page.gone.lead")}</Lead>
      {texts.map((text) => (
        <p key={text} className="card typed" dir="auto">
          {text}
        </p>
      ))}
    </Page>
  );
}
