import { Chips } from "#app/design-system/content/chips.tsx";
import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { Button } from "#app/design-system/forms/button.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type {
  ListedPart,
  TranslatedText,
  TranslationPage,
} from "#app/features/surveys/building/translation-page.server.ts";
import { directionOf, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { SaveButton, SheetForm } from "./sheet-form.tsx";

interface TranslationsPageProps {
  readonly id: string;
  readonly from: Locale;
  readonly language: Locale;
  readonly languages: readonly Locale[];
  readonly pages: readonly ListedPart[];
  readonly missing: number;
}

/** How far the questionnaire is translated, page by page. */
export function TranslationsPage({ id, from, language, languages, pages, missing }: TranslationsPageProps) {
  const t = useText();
  const columns: Column<ListedPart>[] = [
    {
      key: "page",
      header: t("questionnaires.translate.page"),
      isRowHeader: true,
      cell: ({ page, title }) => (
        <a href={paths.questionnaireTranslation(id, language, page)}>
          {title === null ? t("questionnaires.translate.whole-texts") : <bdi>{title}</bdi>}
        </a>
      ),
    },
    { key: "texts", header: t("questionnaires.translate.texts"), numeric: true, cell: ({ texts }) => texts },
    {
      key: "missing",
      header: t("questionnaires.translate.missing-head"),
      cell: ({ missing: count }) => <Missing count={count} />,
    },
  ];
  return (
    <Page width="page" back={{ href: paths.questionnaire(id), label: t("questionnaires.one") }}>
      <Heading>{t("questionnaires.translate.heading", { language: OWN_NAMES[language] })}</Heading>
      <Lead>
        {language === from
          ? t("questionnaires.translate.lead-main")
          : t("questionnaires.translate.lead", { from: OWN_NAMES[from] })}
      </Lead>
      <Chips
        label={t("questionnaires.column.languages")}
        chips={languages.map((locale) => ({
          label: OWN_NAMES[locale],
          href: paths.questionnaireTranslations(id, locale),
          active: locale === language,
        }))}
      />
      <p>
        {missing === 0
          ? t("questionnaires.translate.all-there")
          : t("questionnaires.translate.missing", { count: missing })}
      </p>
      <DataTable
        caption={t("questionnaires.translate.page")}
        captionHidden
        columns={columns}
        rows={pages}
        rowKey={({ page }) => page}
      />
    </Page>
  );
}

function Missing({ count }: { readonly count: number }) {
  const t = useText();
  if (count === 0) return <span className="quiet">{t("questionnaires.translate.whole")}</span>;
  return <Tag tone="amber">{t("questionnaires.translate.missing", { count })}</Tag>;
}

/** The texts of one page beside each other: what is translated from, and what it is in the other language. */
export function TranslationEditPage({ translation }: { readonly translation: TranslationPage }) {
  const t = useText();
  const { id, from, language, page, title, part, parts, seen, defaults, texts, missing } = translation;
  const labelOf = ({ of, question }: TranslatedText) =>
    `${question ? `${question} · ` : ""}${t(`questionnaires.text.${of}`)}`;
  return (
    <Page width="page" back={{ href: paths.questionnaireTranslations(id, language), label: OWN_NAMES[language] }}>
      <SheetForm
        seen={seen}
        defaults={defaults}
        labels={Object.fromEntries(texts.map((text) => [text.key, labelOf(text)]))}
        buttons={
          <>
            <Button name="do" value="next">
              {t("questionnaires.translate.save-next")}
            </Button>
            <SaveButton look="secondary" />
          </>
        }
      >
        <Heading beside={missing > 0 ? t("questionnaires.translate.missing", { count: missing }) : undefined}>
          {title === null ? t("questionnaires.translate.whole-texts") : <bdi>{title}</bdi>}
        </Heading>
        {texts.map((text) => (
          <div key={text.key} className="text-pair" id={`text-${text.key}`}>
            <div>
              <TextArea
                name={text.key}
                label={
                  <>
                    {labelOf(text)}{" "}
                    {text.isMissing && <Tag tone="amber">{t("questionnaires.translate.is-missing")}</Tag>}
                  </>
                }
                rows={rowsFor(text.source)}
                language={language}
              />
            </div>
            {language !== from && (
              <div className="text-pair__original">
                <p className="note">{OWN_NAMES[from]}</p>
                <div lang={from} dir={directionOf(from)}>
                  {text.source}
                </div>
              </div>
            )}
          </div>
        ))}
      </SheetForm>
      {parts > 1 && (
        <p className="outline__foot">
          {Array.from({ length: parts }, (_, at) => at + 1)
            .filter((other) => other !== part)
            .map((other) => (
              <a key={other} href={`${paths.questionnaireTranslation(id, language, page)}?part=${other}`}>
                {t("questionnaires.translate.part", { part: other, parts })}
              </a>
            ))}
        </p>
      )}
    </Page>
  );
}

const LINE = 48;
const rowsFor = (text: string) => Math.min(8, Math.max(1, Math.ceil(text.length / LINE)));
