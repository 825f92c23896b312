import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { notFound } from "#app/access/answers.server.ts";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { beginFromVersion } from "#app/features/surveys/building/beginning.server.ts";
import { versionParams } from "#app/features/surveys/building/building-params.ts";
import { listVersions } from "#app/features/surveys/building/list-page.server.ts";
import { outlineOf } from "#app/features/surveys/building/outline.server.ts";
import { readPublished } from "#app/features/surveys/building/published.server.ts";
import { VersionPage } from "#app/features/surveys/building/ui/version-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { emptyForm } from "#app/kernel/empty-form.ts";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "questionnaires.one", leave: false, form: false });

export const loader = guardedLoader(
  { may: "wave.read", params: versionParams },
  async ({ actor, params: { digest }, request }) => {
    const locale = localeOf(request);
    const { instrument } = await readPublished(actor, digest);
    const version = (await listVersions(actor, locale)).find((one) => one.digest === digest);
    if (!version) throw notFound();
    return { version, outline: outlineOf(instrument, locale) };
  },
);

/** A published version never changes: whoever wants another begins a draft of it. */
export const action = guardedAction(
  { may: "wave.write", params: versionParams, form: emptyForm },
  async ({ actor, params: { digest } }) => {
    const begun = await beginFromVersion(actor, digest);
    return begun.ok ? redirect(paths.questionnaire(begun.value.id)) : refused(begun.refusal);
  },
);

export default function QuestionnaireVersion() {
  return <VersionPage {...useLoaderData<typeof loader>()} />;
}
