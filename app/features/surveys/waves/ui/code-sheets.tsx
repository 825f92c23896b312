import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface Sheet {
  readonly organisation: string;
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly code: string;
  readonly title: string;
  readonly use: string;
  readonly promise: string;
}

/** Codes that are shown once: a sheet for each organisation, in its own language, to be printed and cut apart. */
export function CodeSheetsPage({ waveId, sheets }: { readonly waveId: string; readonly sheets: readonly Sheet[] }) {
  const t = useText();
  return (
    <Page back={{ href: paths.surveyPanel(waveId), label: t("waves.panel.heading") }}>
      <Heading>{t("waves.codes.shown")}</Heading>
      <Notice kind="warning">
        <p>{t("waves.codes.shown-why")}</p>
      </Notice>
      {sheets.map((sheet) => (
        <section key={sheet.code} className="secret-sheet" dir={sheet.direction} lang={sheet.language}>
          <h2>
            <bdi>{sheet.organisation}</bdi>
          </h2>
          <p>{sheet.title}</p>
          <p className="secret-text" dir="ltr" lang="en" translate="no">
            {sheet.code}
          </p>
          <p>{sheet.use}</p>
          <p>{sheet.promise}</p>
        </section>
      ))}
    </Page>
  );
}
