import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CaseFormPage } from "#app/features/cases/casework/ui/case-form-page.tsx";
import type {
  HintWords,
  MeasureWords,
  RelationsPageData,
  RelationWords,
} from "#app/features/cases/relations/relations-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { HintReasons } from "./hint-reasons.tsx";
import { OtherCaseLink } from "./other-case.tsx";

/** How a case belongs together with others and with measures, what may be the same as it, and what can be done about it. */
export function RelationsPage({ data }: { readonly data: RelationsPageData }) {
  const t = useText();
  const { standing, relations, measures, hints, mayMerge, mayUnmerge } = data;
  const { caseId } = standing.row;
  return (
    <CaseFormPage standing={standing} title={t("relations.heading")}>
      <ButtonRow>
        <ButtonLink href={paths.caseRelationNew(caseId)}>{t("relations.new.link")}</ButtonLink>
        <ButtonLink href={paths.caseRelationMeasure(caseId)} look="secondary">
          {t("relations.measure.link")}
        </ButtonLink>
        {mayMerge && (
          <ButtonLink href={paths.caseMerge(caseId)} look="secondary">
            {t("relations.merge.link")}
          </ButtonLink>
        )}
        {mayUnmerge && (
          <ButtonLink href={paths.caseUnmerge(caseId)} look="secondary">
            {t("relations.unmerge.link")}
          </ButtonLink>
        )}
      </ButtonRow>
      {relations.length + measures.length === 0 && (
        <EmptyState title={t("relations.none")}>
          <p>{t("relations.none-why")}</p>
        </EmptyState>
      )}
      {relations.length > 0 && <RelationTable caseId={caseId} relations={relations} />}
      {measures.length > 0 && <MeasureTable caseId={caseId} measures={measures} />}
      {hints.length > 0 && <Hints hints={hints} />}
    </CaseFormPage>
  );
}

function RelationTable({
  caseId,
  relations,
}: {
  readonly caseId: string;
  readonly relations: readonly RelationWords[];
}) {
  const t = useText();
  const columns: Column<RelationWords>[] = [
    { key: "kind", header: t("relations.column.kind"), cell: ({ kind }) => t(`relations.kind.${kind}`) },
    {
      key: "other",
      header: t("relations.column.case"),
      isRowHeader: true,
      cell: ({ other }) => <OtherCaseLink other={other} />,
    },
    {
      key: "steps",
      header: t("relations.column.steps"),
      cell: ({ id, isMerged }) =>
        isMerged ? (
          <span className="quiet">{t("relations.merged")}</span>
        ) : (
          <a href={paths.caseRelationRemove(caseId, id)}>{t("relations.remove.link")}</a>
        ),
    },
  ];
  return <DataTable caption={t("relations.cases")} columns={columns} rows={relations} rowKey={({ id }) => id} />;
}

function MeasureTable({ caseId, measures }: { readonly caseId: string; readonly measures: readonly MeasureWords[] }) {
  const t = useText();
  const columns: Column<MeasureWords>[] = [
    {
      key: "measure",
      header: t("relations.column.measure"),
      isRowHeader: true,
      cell: ({ label }) => <bdi lang="en">{label}</bdi>,
    },
    {
      key: "steps",
      header: t("relations.column.steps"),
      cell: ({ id }) => <a href={paths.caseRelationRemove(caseId, id)}>{t("relations.remove.link")}</a>,
    },
  ];
  return <DataTable caption={t("relations.measures")} columns={columns} rows={measures} rowKey={({ id }) => id} />;
}

function Hints({ hints }: { readonly hints: readonly HintWords[] }) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t("relations.hints.heading")}</Heading>
      <p>{t("relations.hints.lead")}</p>
      <ul>
        {hints.map(({ other, reasons }) => (
          <li key={other.caseId}>
            <OtherCaseLink other={other} />
            <br />
            <HintReasons reasons={reasons} />
          </li>
        ))}
      </ul>
    </>
  );
}
