import { useActionData } from "@remix-run/react";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { FileInput } from "#app/design-system/forms/file-input.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ImportTold } from "#app/features/surveys/building/importing.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SheetMessages } from "./sheet-messages.tsx";

/** A questionnaire from a file of this product, or of another tool for surveys. */
export function ImportPage() {
  const t = useText();
  const told = useActionData() as Partial<ImportTold> | undefined;
  return (
    <Page back={{ href: paths.questionnaires(), label: t("questionnaires.heading") }}>
      <Form {...usePageForm()} encType="multipart/form-data">
        <Heading>{t("questionnaires.import.heading")}</Heading>
        <Lead>{t("questionnaires.import.lead")}</Lead>
        <Places places={told?.places ?? []} />
        {told?.messages && told.messages.length > 0 && (
          <Notice kind="warning" title={t("questionnaires.import.problems")}>
            <SheetMessages messages={told.messages} />
          </Notice>
        )}
        <FileInput
          name="file"
          label={t("questionnaires.import.file")}
          hint={t("questionnaires.import.file-hint")}
          accept=".json,.xlsx,.csv"
        />
        <ButtonRow>
          <Button>{t("questionnaires.import.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function Places({ places }: { readonly places: readonly string[] }) {
  const t = useText();
  if (places.length === 0) return null;
  return (
    <Notice kind="warning" title={t("questionnaires.import.places")}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <code dir="ltr">{place || "."}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
