import { Heading } from "#app/design-system/content/heading.tsx";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { NamedPlace } from "#app/features/surveys/building/deleting.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

interface DeletePageProps {
  readonly id: string;
  readonly of: "page" | "question" | "end";
  readonly called: string;
  readonly back: string;
  readonly seen: string;
  /** what hangs on it */
  readonly needed: readonly NamedPlace[];
  /** the only page of a questionnaire stays */
  readonly isLast?: boolean;
}

/** Deleting, unless something hangs on it: then the page says what, and leads there. */
export function DeletePage({ id, of, called, back, seen, needed, isLast = false }: DeletePageProps) {
  const t = useText();
  if (needed.length > 0 || isLast)
    return (
      <Page back={back} caption={<bdi>{called}</bdi>}>
        <Heading>{t(`questionnaires.delete.${of}.heading`)}</Heading>
        {isLast && <p>{t("questionnaires.delete.last-page")}</p>}
        {needed.length > 0 && <Needed id={id} needed={needed} of={of} />}
      </Page>
    );
  return (
    <DecisionPage
      back={back}
      caption={<bdi>{called}</bdi>}
      title={t(`questionnaires.delete.${of}.heading`)}
      lead={t(`questionnaires.delete.${of}.lead`)}
      button={t(`questionnaires.delete.${of}.button`)}
      look="danger"
    >
      <input type="hidden" name="seen" value={seen} />
    </DecisionPage>
  );
}

function Needed({ id, needed, of }: Pick<DeletePageProps, "id" | "needed" | "of">) {
  const t = useText();
  return (
    <>
      <p>{t(of === "page" ? "questionnaires.delete.needed-page" : "questionnaires.delete.needed")}</p>
      <ul>
        {needed.map((place) => (
          <li key={`${place.page} ${place.question ?? ""} ${place.end ?? ""}`}>
            <a href={placeHref(id, place)}>
              <bdi>{place.called}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function placeHref(id: string, { page, question, end, isCarried }: NamedPlace): string {
  if (question !== undefined)
    return isCarried ? paths.questionnaireQuestion(id, question) : paths.questionnaireQuestionCondition(id, question);
  return end === undefined ? paths.questionnairePageCondition(id, page) : paths.questionnaireEnd(id, page, end);
}
