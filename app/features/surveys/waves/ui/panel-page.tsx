import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { PanelChoices } from "#app/features/surveys/waves/wave-choices.server.ts";
import { LOCALES, type Locale, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

interface ListedInvited {
  readonly id: string;
  readonly organisation: string;
  readonly language: Locale;
  readonly region: string | null;
  readonly size: string | null;
  readonly standing: "no-code" | "has-code" | "answered";
}

interface PanelPageProps {
  readonly waveId: string;
  readonly panel: {
    readonly version: number;
    readonly invited: readonly ListedInvited[];
    readonly byLink: number;
    readonly asOf: string | null;
  };
  readonly mayInvite: boolean;
  readonly mayGiveCodes: boolean;
  readonly locale: Locale;
  readonly choices: PanelChoices;
}

/** Who was asked, who has answered as of the last hand-over, and names to add. */
export function PanelPage({ waveId, panel, mayInvite, mayGiveCodes, locale, choices }: PanelPageProps) {
  const t = useText();
  const { date } = useFormats();
  const { invited, asOf, byLink, version } = panel;
  return (
    <Page back={{ href: paths.survey(waveId), label: t("waves.one") }} width="page">
      <Heading>{t("waves.panel.heading")}</Heading>
      <Lead>{t("waves.panel.lead")}</Lead>
      <p>{asOf ? t("waves.panel.as-of", { day: date(asOf) }) : t("waves.panel.never")}</p>
      {byLink > 0 && <p>{t("waves.panel.by-link", { count: byLink })}</p>}
      {invited.length > 0 ? (
        <InvitedTable {...{ waveId, invited, mayGiveCodes, mayInvite, choices }} />
      ) : (
        <EmptyState title={t("waves.panel.empty.title")}>
          <p>{t("waves.panel.empty.body")}</p>
        </EmptyState>
      )}
      {mayGiveCodes && (
        <ButtonRow>
          <ButtonLink href={paths.surveyCodes(waveId)}>{t("waves.codes.link")}</ButtonLink>
        </ButtonRow>
      )}
      {mayInvite && <InviteForm version={version} locale={locale} choices={choices} />}
    </Page>
  );
}

interface InvitedTableProps extends Pick<PanelPageProps, "waveId" | "mayGiveCodes" | "mayInvite" | "choices"> {
  readonly invited: readonly ListedInvited[];
}

function InvitedTable({ waveId, invited, mayGiveCodes, mayInvite, choices }: InvitedTableProps) {
  const t = useText();
  const labelOf = (options: PanelChoices["regions"], code: string | null) =>
    options.find(({ value }) => value === code)?.label ?? t("waves.column.unknown");
  const columns: Column<ListedInvited>[] = [
    {
      key: "organisation",
      header: t("waves.column.organisation"),
      isRowHeader: true,
      cell: ({ id, organisation, standing }) => {
        const canChange = standing === "has-code" ? mayGiveCodes : standing === "no-code" && mayInvite;
        const name = <bdi>{organisation}</bdi>;
        return canChange ? <a href={paths.surveyInvited(waveId, id)}>{name}</a> : name;
      },
    },
    { key: "language", header: t("waves.column.language"), cell: ({ language }) => OWN_NAMES[language] },
    { key: "region", header: t("waves.column.region"), cell: ({ region }) => labelOf(choices.regions, region) },
    { key: "size", header: t("waves.column.size"), cell: ({ size }) => labelOf(choices.sizes, size) },
    {
      key: "standing",
      header: t("waves.column.status"),
      cell: ({ standing }) => t(`waves.standing.${standing}`),
    },
  ];
  return (
    <DataTable
      caption={t("waves.panel.heading")}
      captionHidden
      columns={columns}
      rows={invited}
      rowKey={({ id }) => id}
      dense
    />
  );
}

interface InviteFormProps extends Pick<PanelPageProps, "locale" | "choices"> {
  readonly version: number;
}

function InviteForm({ version, locale, choices }: InviteFormProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} defaults={{ language: locale }}>
      <Heading level={2}>{t("waves.panel.invite")}</Heading>
      <input type="hidden" name="panelVersion" value={version} />
      <TextArea name="names" label={t("waves.names.label")} hint={t("waves.names.hint")} />
      <Select
        name="language"
        label={t("waves.language.label")}
        size="medium"
        empty={false}
        options={LOCALES.map((code) => ({ value: code, label: OWN_NAMES[code] }))}
      />
      <Select
        name="region"
        label={t("waves.region.label")}
        hint={t("waves.region.hint")}
        size="medium"
        optional
        empty={t("waves.region.unknown")}
        options={choices.regions}
      />
      <Select
        name="size"
        label={t("waves.size.label")}
        size="medium"
        optional
        empty={t("waves.region.unknown")}
        options={choices.sizes}
      />
      <ButtonRow>
        <Button>{t("waves.panel.invite")}</Button>
      </ButtonRow>
    </Form>
  );
}
