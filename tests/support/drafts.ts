import type { QuestionPageData } from "#app/features/cases/reporting/question-page.ts";
import type { Refusal } from "#app/kernel/refusal.ts";
import * as question from "#app/routes/reporter/draft-question.tsx";
import { type Cookie, type DoorAnswer, open, send } from "./requests.ts";

export interface Refused {
  readonly refusal: Refusal & { readonly fields?: Readonly<Record<string, string>> };
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A question's page as it lies open in a tab. */
export interface OpenTab {
  readonly page: QuestionPageData;
  /** presses Continue, or the button whose name and value are among the fields */
  readonly continue: (fields: Fields) => Promise<DoorAnswer<Refused>>;
}

/** Opens a question in a tab of its own: it keeps its form token and the version it was drawn with. */
export async function openTab(
  cookie: Cookie,
  draftId: string,
  slug: string,
  locale: "en" | "ar" = "en",
): Promise<OpenTab> {
  const path = `/reports/draft/${draftId}/${slug}`;
  const asked = { cookie, params: { draftId, question: slug }, locale };
  const { data } = await open<{ page: QuestionPageData; formToken: string }>(question.loader, path, asked);
  const hidden = { formToken: data.formToken, recordVersion: String(data.page.version) };
  return {
    page: data.page,
    continue: (fields) => send<Refused>(question.action, path, { ...hidden, ...fields }, asked),
  };
}
