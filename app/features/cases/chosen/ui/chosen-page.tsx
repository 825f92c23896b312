import type { ReactNode } from "react";
import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { StatusTag } from "#app/features/cases/casework/ui/case-table.tsx";
import type { ChosenVerb } from "#app/features/cases/chosen/chosen-forms.ts";
import type { ChosenPageData } from "#app/features/cases/chosen/chosen-page.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface ChosenPageProps {
  readonly data: ChosenPageData;
}

/** The cases that were ticked, and one thing that happens to all of them. */
export function ChosenPage({
  data,
  verb,
  children,
}: ChosenPageProps & { readonly verb: ChosenVerb; readonly children: ReactNode }) {
  const t = useText();
  return (
    <Page back={{ href: paths.queue(), label: t("casework.queue.heading") }}>
      <Heading beside={t("chosen.count", { count: data.rows.length })}>{t(`chosen.verb.${verb}`)}</Heading>
      {data.rows.length === 0 ? (
        <NothingChosen />
      ) : (
        <>
          <ul>
            {data.rows.map(({ caseId, reference, incidents, status }) => (
              <li key={caseId}>
                <bdi>{reference}</bdi> · {incidents[0] ?? "–"} <StatusTag status={status} />
              </li>
            ))}
          </ul>
          {children}
        </>
      )}
    </Page>
  );
}

export function NothingChosen() {
  const t = useText();
  return (
    <EmptyState title={t("chosen.none.title")}>
      <p>{t("chosen.none.body")}</p>
    </EmptyState>
  );
}

export function AssignChosenPage({ data }: ChosenPageProps) {
  const t = useText();
  return (
    <ChosenPage data={data} verb="assign">
      <Form {...usePageForm()}>
        <RadioCards
          name="lead"
          label={t("chosen.lead.label")}
          hint={t("chosen.lead.hint")}
          options={[
            ...data.leads.map(({ id, handle }) => ({ value: id, label: <bdi>{handle}</bdi> })),
            { value: "", label: t("casework.assign.nobody") },
          ]}
        />
        <EachForItself />
        <ButtonRow>
          <Button>{t("chosen.lead.button")}</Button>
        </ButtonRow>
      </Form>
    </ChosenPage>
  );
}

export function UrgencyOfChosenPage({ data }: ChosenPageProps) {
  const t = useText();
  return (
    <ChosenPage data={data} verb="urgency">
      <Form {...usePageForm()}>
        <RadioCards
          name="urgency"
          label={t("casework.urgency.label")}
          options={data.urgencies.map(({ code, label }) => ({
            value: code,
            label,
            hint: t(`cases.urgency.${code}.meaning`),
          }))}
        />
        <TextArea name="reason" label={t("casework.reason.label")} hint={t("casework.urgency.reason-hint")} rows={3} />
        <EachForItself />
        <ButtonRow>
          <Button>{t("casework.urgency.button")}</Button>
        </ButtonRow>
      </Form>
    </ChosenPage>
  );
}

function EachForItself() {
  const t = useText();
  return <p className="note">{t("chosen.each")}</p>;
}
