import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { CheckedFault, Compared } from "#app/features/surveys/building/check-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { Differences } from "./differences.tsx";
import { FaultWords, faultHref } from "./fault-list.tsx";

interface CheckViewProps {
  readonly id: string;
  readonly version: number;
  readonly faults: readonly CheckedFault[];
  readonly isReady: boolean;
  readonly isKnown: boolean;
  readonly comesAs: number;
  readonly before: { readonly version: number; readonly differences: readonly Compared[] } | null;
}

/** Everything that is wrong, what this version changes, and the button that publishes it. */
export function CheckView({ id, version, faults, isReady, isKnown, comesAs, before }: CheckViewProps) {
  const t = useText();
  const form = usePageForm();
  return (
    <Page width="page" back={{ href: paths.questionnaire(id), label: t("questionnaires.one") }}>
      <Heading>{t("questionnaires.check.heading")}</Heading>
      {isReady ? (
        <Notice kind="success">
          <p>{t("questionnaires.check.ready")}</p>
        </Notice>
      ) : (
        <Lead>{t("questionnaires.check.lead", { count: faults.length })}</Lead>
      )}
      {faults.length > 0 && <FaultTable id={id} faults={faults} />}
      {before && (
        <section>
          <Heading level={2}>{t("questionnaires.compare.heading", { version: before.version })}</Heading>
          <Differences differences={before.differences} />
        </section>
      )}
      <Form {...form} recordVersion={version}>
        <Heading level={2}>{t("questionnaires.publish.heading")}</Heading>
        {isKnown ? (
          <p>{t("questionnaires.publish.nothing-new")}</p>
        ) : isReady ? (
          <>
            <p>{t("questionnaires.publish.lead", { version: comesAs })}</p>
            <ButtonRow>
              <Button>{t("questionnaires.publish.button", { version: comesAs })}</Button>
              <ButtonLink href={paths.questionnairePreview(id)} look="secondary">
                {t("questionnaires.trial.link")}
              </ButtonLink>
            </ButtonRow>
          </>
        ) : (
          <p>{t("questionnaires.publish.not-ready")}</p>
        )}
      </Form>
    </Page>
  );
}

function FaultTable({ id, faults }: { readonly id: string; readonly faults: readonly CheckedFault[] }) {
  const t = useText();
  const rows = faults.map((fault, at) => ({ ...fault, key: String(at) }));
  type Row = (typeof rows)[number];
  const columns: Column<Row>[] = [
    {
      key: "place",
      header: t("questionnaires.check.place"),
      isRowHeader: true,
      cell: (fault) => (
        <a href={faultHref(id, fault)}>
          <bdi>{fault.called || t("questionnaires.translate.whole-texts")}</bdi>
        </a>
      ),
    },
    { key: "what", header: t("questionnaires.check.what"), cell: (fault) => <FaultWords fault={fault} /> },
  ];
  return (
    <DataTable
      caption={t("questionnaires.check.what")}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      dense
    />
  );
}
