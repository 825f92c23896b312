import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { FileFormat } from "#app/features/surveys/building/building-params.ts";
import type { SheetMessage } from "#app/features/surveys/exchange/sheet.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { SheetMessages } from "./sheet-messages.tsx";

interface TakePageProps {
  readonly back: string;
  readonly title: string;
  readonly losses: readonly SheetMessage[];
  readonly hrefOf: (format: FileFormat) => string;
}

/** As a file, with what that file will not hold said first. */
export function TakePage({ back, title, losses, hrefOf }: TakePageProps) {
  const t = useText();
  return (
    <Page back={back} caption={<bdi>{title}</bdi>}>
      <Heading>{t("questionnaires.take.heading")}</Heading>
      <Lead>{t("questionnaires.take.lead")}</Lead>
      <Heading level={2}>JSON</Heading>
      <p>{t("questionnaires.take.json")}</p>
      <ButtonRow>
        <ButtonLink href={hrefOf("questionnaire.json")} download>
          {t("questionnaires.take.json-button")}
        </ButtonLink>
      </ButtonRow>
      <Heading level={2}>XLSForm</Heading>
      <p>{t("questionnaires.take.xlsform")}</p>
      <SheetMessages messages={losses} />
      <ButtonRow>
        <ButtonLink href={hrefOf("questionnaire.xlsx")} look="secondary" download>
          {t("questionnaires.take.xlsx-button")}
        </ButtonLink>
        <ButtonLink href={hrefOf("questionnaire.csv")} look="secondary" download>
          {t("questionnaires.take.csv-button")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}
