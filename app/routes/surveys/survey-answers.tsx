import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "#app/access/guard.server.ts";
import { listAnalystWaves } from "#app/features/surveys/waves/analyst-waves.server.ts";
import { AnswersPage } from "#app/features/surveys/waves/ui/hand-over-page.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "waves.answers.heading", leave: false });

export const loader = guardedLoader({ may: "wave-answer.list" }, async ({ actor }) => {
  const waves = await listAnalystWaves(actor);
  return { waves: waves.map(({ id, facts, state, endedOn }) => ({ id, facts, state, endedOn })) };
});

export default function SurveyAnswers() {
  return <AnswersPage {...useLoaderData<typeof loader>()} />;
}
