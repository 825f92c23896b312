import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NotePageData } from "#app/features/state-notes/state-note-page.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";
import { NoteFacts, NoteHistory, StateCard } from "./note-facts.tsx";
import { EndedParts } from "./note-parts.tsx";
import { NoteText } from "./note-text.tsx";

/** One note whole: who gives their word has all of it before them. */
export function StateNotePage({ note }: { readonly note: NotePageData }) {
  const t = useText();
  return (
    <Page
      back={{ href: paths.stateNotes(), label: t("state-notes.heading") }}
      width="page"
      caption={t("state-notes.one")}
    >
      <Heading>{note.stateName}</Heading>
      <EndedParts note={note} />
      <NoteFacts note={note} />
      {note.facts && <StateCard facts={note.facts} />}
      <NoteText note={note} />
      <NextStep note={note} />
      <Links note={note} />
      <NoteHistory history={note.history} />
    </Page>
  );
}

/** After what it is about, so that nobody gives a word on what they have not seen. */
function NextStep({ note }: { readonly note: NotePageData }) {
  const t = useText();
  const form = usePageForm();
  const { state, version, hash, isMine, parts, words } = note;
  const isWhole = words?.letter !== "" && parts.length > 0 && parts.every(({ standing }) => standing === "stands");
  if (state === "draft" && !isWhole) return <p>{t("state-notes.word.not-whole")}</p>;
  if (state === "in_review" && isMine) return <p>{t("state-notes.word.wait")}</p>;
  if (state !== "draft" && state !== "in_review") return null;
  const verb = state === "draft" ? "send" : "approve";
  return (
    <Form {...form} recordVersion={version}>
      <input type="hidden" name="hash" value={hash} />
      <Notice kind="warning" title={t(`state-notes.word.${verb}-title`)}>
        <p>{t(`state-notes.word.${verb}-why`)}</p>
      </Notice>
      <ButtonRow>
        <Button>{t(`state-notes.word.${verb}`)}</Button>
      </ButtonRow>
    </Form>
  );
}

function Links({ note: { id, state, words, parts } }: { readonly note: NotePageData }) {
  const t = useText();
  const canChange = ["draft", "in_review", "approved"].includes(state);
  const isWhole = words !== null && parts.every(({ standing }) => standing === "stands");
  const canTake = state === "approved" || (state === "taken" && isWhole);
  return (
    <ButtonRow>
      {canTake && <ButtonLink href={paths.stateNoteTake(id)}>{t("state-notes.take.link")}</ButtonLink>}
      {canChange && (
        <ButtonLink href={paths.stateNoteChange(id)} look="secondary">
          {t("state-notes.change.link")}
        </ButtonLink>
      )}
      {state !== "taken" && (
        <ButtonLink href={paths.stateNoteEnd(id)} look="secondary">
          {t(`state-notes.end.${state === "recalled" ? "recalled" : "discard"}.link`)}
        </ButtonLink>
      )}
    </ButtonRow>
  );
}
