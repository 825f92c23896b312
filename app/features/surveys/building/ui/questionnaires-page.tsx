import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Tag } from "#app/design-system/content/tag.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { ListedDraft, ListedVersion } from "#app/features/surveys/building/list-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { LanguageNames } from "./language-names.tsx";

interface QuestionnairesPageProps {
  readonly drafts: readonly ListedDraft[];
  readonly versions: readonly ListedVersion[];
}

/** What is being written, and what can be asked. */
export function QuestionnairesPage({ drafts, versions }: QuestionnairesPageProps) {
  const t = useText();
  return (
    <Page width="page" back={{ href: paths.surveys(), label: t("waves.heading") }}>
      <Heading>{t("questionnaires.heading")}</Heading>
      <Lead>{t("questionnaires.lead")}</Lead>
      <ButtonRow>
        <ButtonLink href={paths.questionnaireNew()}>{t("questionnaires.begin.link")}</ButtonLink>
        <ButtonLink href={paths.questionnaireImport()} look="secondary">
          {t("questionnaires.import.link")}
        </ButtonLink>
      </ButtonRow>
      <Heading level={2}>{t("questionnaires.drafts.heading")}</Heading>
      {drafts.length > 0 ? (
        <Drafts drafts={drafts} />
      ) : (
        <EmptyState title={t("questionnaires.drafts.empty")}>
          <p>{t("questionnaires.drafts.empty-body")}</p>
        </EmptyState>
      )}
      <Heading level={2}>{t("questionnaires.versions.heading")}</Heading>
      <Versions versions={versions} />
    </Page>
  );
}

function Drafts({ drafts }: { readonly drafts: readonly ListedDraft[] }) {
  const t = useText();
  const columns: Column<ListedDraft>[] = [
    {
      key: "title",
      header: t("questionnaires.column.title"),
      isRowHeader: true,
      cell: ({ id, title }) => (
        <a href={paths.questionnaire(id)}>
          <bdi>{title}</bdi>
        </a>
      ),
    },
    { key: "version", header: t("questionnaires.column.comes-as"), numeric: true, cell: ({ version }) => version },
    {
      key: "questions",
      header: t("questionnaires.column.questions"),
      numeric: true,
      cell: ({ questions }) => questions,
    },
    { key: "languages", header: t("questionnaires.column.languages"), cell: (draft) => <LanguageNames {...draft} /> },
  ];
  return (
    <DataTable
      caption={t("questionnaires.drafts.heading")}
      captionHidden
      columns={columns}
      rows={drafts}
      rowKey={({ id }) => id}
    />
  );
}

function Versions({ versions }: { readonly versions: readonly ListedVersion[] }) {
  const t = useText();
  const { date, list } = useFormats();
  const columns: Column<ListedVersion>[] = [
    {
      key: "title",
      header: t("questionnaires.column.title"),
      isRowHeader: true,
      cell: ({ digest, title, version, isStandard }) => (
        <>
          <a href={paths.questionnaireVersion(digest)}>
            <bdi>{t("waves.instrument.version", { title, version })}</bdi>
          </a>{" "}
          {isStandard && <Tag tone="quiet">{t("questionnaires.versions.standard")}</Tag>}
        </>
      ),
    },
    {
      key: "published",
      header: t("questionnaires.column.published"),
      cell: ({ publishedOn, isPublished }) =>
        publishedOn
          ? date(publishedOn, "short")
          : t(isPublished ? "questionnaires.versions.day-unknown" : "questionnaires.versions.not-yet"),
    },
    {
      key: "questions",
      header: t("questionnaires.column.questions"),
      numeric: true,
      cell: ({ questions }) => questions,
    },
    {
      key: "languages",
      header: t("questionnaires.column.languages"),
      cell: (version) => <LanguageNames {...version} />,
    },
    {
      key: "waves",
      header: t("questionnaires.column.waves"),
      cell: ({ waves }) => (waves.length > 0 ? list(waves) : t("questionnaires.versions.no-wave")),
    },
  ];
  return (
    <DataTable
      caption={t("questionnaires.versions.heading")}
      captionHidden
      columns={columns}
      rows={versions}
      rowKey={({ digest }) => digest}
    />
  );
}
