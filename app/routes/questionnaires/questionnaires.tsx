import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { readQuestionnaires } from "#app/features/surveys/building/list-page.server.ts";
import { QuestionnairesPage } from "#app/features/surveys/building/ui/questionnaires-page.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "questionnaires.heading", leave: false });

export const loader = guardedLoader({ may: "wave.read" }, ({ actor, request }) =>
  readQuestionnaires(actor, localeOf(request)),
);

export default function Questionnaires() {
  return <QuestionnairesPage {...useLoaderData<typeof loader>()} />;
}
