import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { beginEmpty, beginFromVersion } from "#app/features/surveys/building/beginning.server.ts";
import { beginForm } from "#app/features/surveys/building/building-forms.ts";
import { listVersions } from "#app/features/surveys/building/list-page.server.ts";
import { BeginPage } from "#app/features/surveys/building/ui/begin-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.begin.heading", leave: false });

export const loader = guardedLoader({ may: "wave.write" }, async ({ actor, request }) => ({
  versions: await listVersions(actor, localeOf(request)),
}));

export const action = guardedAction({ may: "wave.write", form: beginForm }, async ({ actor, form }) => {
  const begun = await (form.from === "empty" ? beginEmpty(actor, form) : beginFromVersion(actor, form.from));
  return begun.ok ? redirect(paths.questionnaire(begun.value.id)) : refused(begun.refusal);
});

export default function QuestionnaireNew() {
  return <BeginPage {...useLoaderData<typeof loader>()} />;
}
