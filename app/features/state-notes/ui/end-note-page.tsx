import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NotePageData } from "#app/features/state-notes/state-note-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

type Ending = Pick<NotePageData, "id" | "version" | "stateName"> & { readonly end: "discard" | "recalled" };

/** To discard what has not left, or to note that its receiver was asked to delete what may not be there any more. */
export function EndNotePage({ note: { id, version, stateName, end } }: { readonly note: Ending }) {
  const t = useText();
  return (
    <Page back={paths.stateNote(id)} caption={stateName}>
      <Form {...usePageForm()} recordVersion={version}>
        <Heading>{t(`state-notes.end.${end}.heading`)}</Heading>
        <Lead>{t(`state-notes.end.${end}.lead`)}</Lead>
        <ButtonRow>
          <Button {...(end === "discard" && { look: "danger" as const })}>{t(`state-notes.end.${end}.button`)}</Button>
          <ButtonLink href={paths.stateNote(id)} look="secondary">
            {t("common.action.keep")}
          </ButtonLink>
        </ButtonRow>
      </Form>
    </Page>
  );
}
