import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { KeyFingerprint } from "#app/features/referrals/ui/key-fingerprint.tsx";
import type { NotePageData } from "#app/features/state-notes/state-note-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

type Taking = Pick<NotePageData, "id" | "version" | "stateName" | "receiver" | "fingerprint">;

/** Before a bundle leaves: whose key it is sealed to, compared by another way, and who will read that it left. */
export function TakeNotePage({ note: { id, version, stateName, receiver, fingerprint } }: { readonly note: Taking }) {
  const t = useText();
  return (
    <Page back={paths.stateNote(id)} caption={stateName}>
      <Form {...usePageForm()} recordVersion={version}>
        <Heading>{t("referrals.take.heading")}</Heading>
        <Lead>{t("referrals.take.lead")}</Lead>
        <p>
          <bdi>{receiver.name}</bdi>
          <br />
          <bdi>{receiver.unit}</bdi>
        </p>
        <KeyFingerprint groups={fingerprint} compare />
        <p>{t("state-notes.take.recorded")}</p>
        <Checkbox name="compared" label={t("referrals.take.compared")} />
        <ButtonRow>
          <Button>{t("referrals.take.button")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
