import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface Reader {
  readonly userId: string;
  readonly handle: string;
}

interface ReadersPageProps {
  readonly session: string;
  readonly holders: readonly Reader[];
  readonly waiting: readonly Reader[];
  readonly holdsKey: boolean;
}

/** Who can open the answers to a survey; whoever can, lets in an analyst who came later. */
export function ReadersPage({ session, holders, waiting, holdsKey }: ReadersPageProps) {
  const t = useText();
  const form = usePageForm();
  const mayGrant = holdsKey && waiting.length > 0;
  return (
    <Page back={paths.surveyAnswers()} caption={<bdi>{session}</bdi>}>
      <Form {...form} languages={mayGrant}>
        <Heading>{t("waves.readers.heading")}</Heading>
        <Lead>{t("waves.readers.lead")}</Lead>
        {holders.length === 1 && (
          <Notice kind="warning" title={t("waves.readers.last")}>
            <p>{t("waves.readers.last-analyst")}</p>
          </Notice>
        )}
        {holders.length > 0 ? (
          <ul>
            {holders.map(({ userId, handle }) => (
              <li key={userId}>
                <bdi>{handle}</bdi>
              </li>
            ))}
          </ul>
        ) : (
          <Notice kind="danger" title={t("waves.readers.none")} />
        )}
        {!holdsKey && <p>{t("waves.readers.ask")}</p>}
        {holdsKey && waiting.length === 0 && <p>{t("waves.readers.nobody")}</p>}
        {mayGrant && (
          <>
            <RadioCards
              name="userId"
              label={t("waves.readers.grant")}
              hint={t("waves.readers.grant-hint")}
              options={waiting.map(({ userId, handle }) => ({ value: userId, label: <bdi>{handle}</bdi> }))}
            />
            <ButtonRow>
              <Button>{t("waves.readers.button")}</Button>
            </ButtonRow>
          </>
        )}
      </Form>
    </Page>
  );
}
