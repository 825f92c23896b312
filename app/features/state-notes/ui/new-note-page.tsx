import { EmptyState } from "#app/design-system/content/empty-state.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { REFERRAL_DAYS } from "#app/features/referrals/referral.ts";
import type { OfferedReceiver } from "#app/features/state-notes/state-note-page.ts";
import { LOCALES, OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface NewNotePageProps {
  readonly states: readonly { readonly code: string; readonly name: string }[];
  readonly receivers: readonly OfferedReceiver[];
}

/** For which State, and which of the receivers to whom reporters have agreed: no key is typed here. */
export function NewNotePage({ states, receivers }: NewNotePageProps) {
  const t = useText();
  return (
    <Page back={{ href: paths.stateNotes(), label: t("state-notes.heading") }}>
      <Heading>{t("state-notes.new.heading")}</Heading>
      <Lead>{t("state-notes.new.lead")}</Lead>
      {receivers.length > 0 ? (
        <NewNoteForm states={states} receivers={receivers} />
      ) : (
        <EmptyState title={t("state-notes.new.nobody")}>
          <p>{t("state-notes.new.nobody-why")}</p>
        </EmptyState>
      )}
    </Page>
  );
}

function NewNoteForm({ states, receivers }: NewNotePageProps) {
  const t = useText();
  return (
    <Form {...usePageForm()} defaults={{ language: "en", days: "30" }}>
      <Select
        name="state"
        label={t("state-notes.state.label")}
        options={states.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <RadioCards
        name="receiver"
        label={t("state-notes.receiver.label")}
        hint={t("state-notes.receiver.hint")}
        options={receivers.map(({ code, name, fingerprint, parts }) => ({
          value: code,
          label: <bdi>{name}</bdi>,
          hint: (
            <>
              {t("state-notes.parts.count", { count: parts })} ·{" "}
              <code className="hash" dir="ltr">
                {fingerprint.join(" ")}
              </code>
            </>
          ),
        }))}
      />
      <TextInput name="unit" label={t("state-notes.unit.label")} hint={t("state-notes.unit.hint")} />
      <Select
        name="language"
        label={t("referrals.language.label")}
        hint={t("state-notes.language.hint")}
        size="medium"
        empty={false}
        options={LOCALES.map((code) => ({ value: code, label: OWN_NAMES[code] }))}
      />
      <RadioCards
        name="days"
        label={t("referrals.days.label")}
        hint={t("state-notes.days.hint")}
        options={REFERRAL_DAYS.map((days) => ({ value: String(days), label: t("referrals.days.option", { days }) }))}
      />
      <ButtonRow>
        <Button>{t("state-notes.new.button")}</Button>
      </ButtonRow>
    </Form>
  );
}
