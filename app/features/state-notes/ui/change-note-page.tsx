import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { ASKS_MAX, LETTER_MAX } from "#app/features/state-notes/state-note.ts";
import type { NoteForm, OfferedPart } from "#app/features/state-notes/state-note-page.ts";
import { OWN_NAMES } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";

/** What the note says and whose parts it holds. What may not stand in it is not offered. */
export function ChangeNotePage({ form }: { readonly form: NoteForm }) {
  const t = useText();
  const { id, version, stateName, offered, values, isWithWords, language } = form;
  return (
    <Page back={paths.stateNote(id)} caption={stateName}>
      <Heading>{t("state-notes.change.heading")}</Heading>
      <Lead>{t("state-notes.change.lead")}</Lead>
      {isWithWords && (
        <Notice kind="warning" title={t("state-notes.change.void")}>
          <p>{t("state-notes.change.void-why")}</p>
        </Notice>
      )}
      <Form {...usePageForm()} recordVersion={version} defaults={values}>
        <PartsField offered={offered} />
        <TextArea
          name="letter"
          label={t("state-notes.letter.label")}
          hint={t("state-notes.letter.hint", { language: OWN_NAMES[language] })}
          rows={10}
          maxLength={LETTER_MAX}
        />
        <TextArea
          name="asks"
          label={t("state-notes.asks.label")}
          hint={t("state-notes.asks.hint", { language: OWN_NAMES[language] })}
          rows={5}
          maxLength={ASKS_MAX}
          optional
        />
        <ButtonRow>
          <Button>{t("state-notes.change.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function PartsField({ offered }: Pick<NoteForm, "offered">) {
  const t = useText();
  const { date } = useFormats();
  if (offered.length === 0) return <p>{t("state-notes.parts.nothing")}</p>;
  const told = ({ parts, fileCount }: OfferedPart) =>
    [...parts, ...(fileCount > 0 ? [t("referrals.files.count", { count: fileCount })] : [])].join(" · ");
  return (
    <CheckboxCards
      name="parts"
      label={t("state-notes.parts.label")}
      hint={t("state-notes.parts.hint")}
      options={offered.map((one) => ({
        value: one.referralId,
        label: (
          <>
            <bdi>{one.reference}</bdi>
            {one.organisation && (
              <>
                {" · "}
                <bdi>{one.organisation}</bdi>
              </>
            )}
          </>
        ),
        hint: (
          <>
            <bdi>{told(one)}</bdi>
            <br />
            {t("state-notes.parts.until", { day: date(one.expiresOn) })}
          </>
        ),
      }))}
    />
  );
}
