import { Heading } from "#app/design-system/content/heading.tsx";
import { Notice } from "#app/design-system/content/notice.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import { Button, ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { ErrorSummary } from "#app/design-system/forms/error-summary.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NamingView } from "#app/features/briefings/names/naming-pages.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { paths } from "#app/paths.ts";
import { NamingStateTag, printedKey } from "./naming-state.tsx";

interface NamingPageProps {
  readonly briefingId: string;
  readonly isDraft: boolean;
  readonly role: string;
  readonly naming: NamingView;
}

/** All that two persons answer for, and the second one's decision. */
export function NamingPage({ briefingId, isDraft, role, naming }: NamingPageProps) {
  const t = useText();
  const form = usePageForm();
  const { id, name, obstacle, state } = naming;
  return (
    <Page back={paths.briefingNames(briefingId)}>
      {form.result && <ErrorSummary refusal={form.result.refusal} />}
      <Heading beside={<NamingStateTag state={state} />}>
        <bdi>{name}</bdi>
      </Heading>
      {obstacle && (
        <Notice kind="warning" title={t("names.void.heading")}>
          <p>{t(`names.void.${obstacle}`)}</p>
          <p>{t("names.void.mend")}</p>
        </Notice>
      )}
      <NamingFacts naming={naming} />
      {!obstacle && role === "guardian" && <Decision form={form} naming={naming} isDraft={isDraft} />}
      {isDraft && (
        <ButtonRow>
          <ButtonLink href={paths.briefingNameEnd(briefingId, id)} look="secondary">
            {t(role === "guardian" ? "names.end.link.guardian" : "names.end.link.editor")}
          </ButtonLink>
        </ButtonRow>
      )}
    </Page>
  );
}

function NamingFacts({ naming }: { readonly naming: NamingView }) {
  const t = useText();
  const { date } = useFormats();
  const { type, grade, reply, dueOn, isPrinted, hash } = naming;
  const answer = reply.answeredOn ? (
    <span dir="auto">{reply.answer}</span>
  ) : (
    t("names.field.silent", { date: date(dueOn) })
  );
  return (
    <SummaryList
      rows={[
        { term: t("names.field.type"), value: type },
        { term: t("names.field.evidence"), value: `${t(`names.grade.${grade}`)}. ${t(`names.grade.${grade}-hint`)}` },
        { term: t("names.field.asked"), value: date(reply.askedOn) },
        { term: t("names.field.question"), value: <span dir="auto">{reply.question}</span> },
        { term: t("names.field.answer"), value: answer },
        { term: t("names.printed.label"), value: t(printedKey(isPrinted)) },
        { term: t("names.field.fingerprint"), value: <code dir="ltr">{hash.slice(0, 16)}</code> },
      ]}
    />
  );
}

interface DecisionProps {
  readonly form: ReturnType<typeof usePageForm>;
  readonly naming: NamingView;
  readonly isDraft: boolean;
}

/** A guardian answers for exactly what stands above. The server asks again. */
function Decision({ form, naming: { state, isMine, hash }, isDraft }: DecisionProps) {
  const t = useText();
  const why = state === "approved" ? "done" : !isDraft ? "not-draft" : isMine ? "own" : null;
  if (why)
    return (
      <Notice kind={why === "done" ? "success" : "information"}>
        <p>{t(`names.approve.${why}`)}</p>
      </Notice>
    );
  return (
    <>
      <Heading level={2}>{t("names.approve.heading")}</Heading>
      <Form {...form} summary={false}>
        <p>{t("names.approve.lead")}</p>
        <input type="hidden" name="hash" value={hash} />
        <Checkbox name="read" label={t("names.approve.read")} />
        <ButtonRow>
          <Button>{t("names.approve.button")}</Button>
        </ButtonRow>
      </Form>
    </>
  );
}
