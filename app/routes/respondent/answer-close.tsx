import { publicFormAction, publicFormLoader } from "#app/access/public-door.server.ts";
import { DecisionPage } from "#app/design-system/forms/decision-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { leave } from "#app/leave.server.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "answering.close.heading", form: false, logAs: "answer" });

export const loader = publicFormLoader(async () => ({}));

export const action = publicFormAction({ form: emptyForm }, async ({ session, request }) =>
  leave(session, paths.signedOut(localeOf(request))),
);

export default function AnswerClose() {
  const t = useText();
  return (
    <DecisionPage
      back={paths.answerCheck()}
      title={t("answering.close.heading")}
      lead={t("answering.close.lead")}
      button={t("answering.close.button")}
    />
  );
}
