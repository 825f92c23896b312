import { Facts } from "#app/design-system/content/facts.tsx";
import { Fold } from "#app/design-system/content/fold.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { Outline } from "#app/features/surveys/building/outline.server.ts";
import type { SheetMessage } from "#app/features/surveys/exchange/sheet.ts";
import { type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { OutlineParts } from "./outline-parts.tsx";
import { SheetMessages } from "./sheet-messages.tsx";

interface OutlinePageProps {
  readonly id: string;
  readonly outline: Outline;
  readonly missing: readonly { readonly locale: Locale; readonly missing: number }[];
  readonly told: readonly SheetMessage[];
}

/** A questionnaire that is being written: everything that it asks, in its order, and what is still to be done. */
export function OutlinePage({ id, outline, missing, told }: OutlinePageProps) {
  const t = useText();
  return (
    <Page width="page" back={{ href: paths.questionnaires(), label: t("questionnaires.heading") }}>
      <Heading>
        <bdi>{outline.title}</bdi>
      </Heading>
      <Facts
        facts={[
          {
            label: t("waves.column.status"),
            value: <Tag>{t("questionnaires.draft-of", { version: outline.version })}</Tag>,
          },
          { label: t("questionnaires.column.questions"), value: outline.questions },
          { label: t("questionnaires.faults.label"), value: <FaultCount id={id} count={outline.faults} /> },
          ...missing.map(({ locale, missing: count }) => ({
            label: <span lang={locale}>{OWN_NAMES[locale]}</span>,
            value: (
              <a href={paths.questionnaireTranslations(id, locale)}>
                {count === 0 ? t("questionnaires.translate.whole") : t("questionnaires.translate.missing", { count })}
              </a>
            ),
          })),
        ]}
      />
      <ButtonRow>
        <ButtonLink href={paths.questionnaireCheck(id)}>{t("questionnaires.check.link")}</ButtonLink>
        <ButtonLink href={paths.questionnairePreview(id)} look="secondary">
          {t("questionnaires.trial.link")}
        </ButtonLink>
        <ButtonLink href={paths.questionnaireWhole(id)} look="secondary">
          {t("questionnaires.whole.link")}
        </ButtonLink>
        <ButtonLink href={paths.questionnaireTake(id)} look="secondary">
          {t("questionnaires.take.link")}
        </ButtonLink>
      </ButtonRow>
      <Form {...usePageForm()}>
        <Told told={told} />
        <OutlineParts id={id} outline={outline} />
      </Form>
      <ButtonRow>
        <ButtonLink href={paths.questionnairePageNew(id)} look="secondary">
          {t("questionnaires.page.add")}
        </ButtonLink>
        <ButtonLink href={paths.questionnaireDiscard(id)} look="quiet">
          {t("questionnaires.discard.link")}
        </ButtonLink>
      </ButtonRow>
    </Page>
  );
}

function FaultCount({ id, count }: { readonly id: string; readonly count: number }) {
  const t = useText();
  if (count === 0) return t("questionnaires.faults.none");
  return <a href={paths.questionnaireCheck(id)}>{t("questionnaires.faults.count", { count })}</a>;
}

/** What the file that it was begun from could not bring along, until somebody has read it. */
function Told({ told }: { readonly told: readonly SheetMessage[] }) {
  const t = useText();
  if (told.length === 0) return null;
  return (
    <Notice kind="warning" title={t("questionnaires.import.left-out", { count: told.length })}>
      <Fold label={t("questionnaires.import.left-out-list")}>
        <SheetMessages messages={told} />
      </Fold>
      <button className="button button--secondary" type="submit" name="act" value="told">
        {t("questionnaires.import.left-out-read")}
      </button>
    </Notice>
  );
}
