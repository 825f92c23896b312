import { DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { Edition, EditionFile } from "#app/features/briefings/editions/edition.ts";
import { PROFILES } from "#app/features/disclosure/settings.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** What is out, what each edition holds, by which thresholds, who agreed, and how a reader checks a file. */
export function EditionRegisterPage({ editions }: { readonly editions: readonly Edition[] }) {
  const t = useText();
  return (
    <Page width="page" back={{ href: paths.briefings(), label: t("drafting.public.heading") }}>
      <Heading>{t("editions.heading")}</Heading>
      <Lead>{t("editions.lead")}</Lead>
      <p>
        <a href={paths.briefingMethod()}>{t("editions.method.link")}</a>
      </p>
      {editions.length === 0 && <EmptyState title={t("drafting.public.empty")} />}
      {editions.map((edition) => (
        <EditionEntry key={edition.slug} edition={edition} />
      ))}
      <p className="note">
        {t("editions.machines")} <a href={paths.briefingListing()}>JSON</a>, <a href={paths.briefingFeed()}>Atom</a>
      </p>
    </Page>
  );
}

function EditionEntry({ edition }: { readonly edition: Edition }) {
  const t = useText();
  const { date, list, number } = useFormats();
  const { slug, state, title, releasedOn, withdrawnOn, languages, tables, survey, files } = edition;
  const withdrawn = state === "withdrawn" && <Tag tone="amber">{t("briefings.withdrawn.title")}</Tag>;
  const gone = withdrawnOn ? [{ label: t("editions.withdrawn-on"), value: date(withdrawnOn) }] : [];
  return (
    <section>
      <Heading level={2} beside={withdrawn}>
        <a href={paths.briefing(slug)}>{title}</a>
      </Heading>
      <Facts
        facts={[
          { label: t("editions.released-on"), value: date(releasedOn) },
          ...gone,
          {
            label: t("editions.languages"),
            value: list(languages.map((code) => t.dynamic(`editions.language.${code}`))),
          },
          { label: t("editions.approved-by"), value: t("editions.approved") },
          { label: t("editions.threshold"), value: number(PROFILES.public.m) },
          { label: t("editions.rounding"), value: number(PROFILES.public.rounding.organisations) },
        ]}
      />
      {tables.length > 0 && <p>{t("editions.tables", { titles: list(tables.map(({ title }) => title)) })}</p>}
      {survey.length > 0 && <p>{t("editions.survey", { titles: list(survey.map(({ title }) => title)) })}</p>}
      {files.length > 0 && <FileTable slug={slug} files={files} />}
    </section>
  );
}

function FileTable({ slug, files }: { readonly slug: string; readonly files: readonly EditionFile[] }) {
  const t = useText();
  const { bytes } = useFormats();
  return (
    <DataTable
      caption={t("editions.files")}
      columns={[
        {
          key: "path",
          header: t("editions.file"),
          cell: ({ path }: EditionFile) => (
            <a href={paths.briefingFile(slug, path)}>
              <bdi dir="ltr">{path}</bdi>
            </a>
          ),
          isRowHeader: true,
        },
        { key: "size", header: t("editions.size"), cell: (file) => bytes(file.bytes), numeric: true },
        { key: "digest", header: "SHA-256", cell: ({ digest }) => <code className="fingerprint">{digest}</code> },
      ]}
      rows={files}
      rowKey={({ path }) => path}
      dense
    />
  );
}
