import { publicResource } from "#app/access/public-door.server.ts";

/** For a supervisor: whether the database answers, and nothing else. */
export const loader = publicResource(async () => {
  const isUp = await databaseAnswersInTime();
  return Response.json({ status: isUp ? "ok" : "unavailable" }, { status: isUp ? 200 : 503 });
});

const PATIENCE_MS = 3000;

async function databaseAnswersInTime(): Promise<boolean> {
  const { databaseAnswers } = await import("#app/platform/db/health.server.ts");
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  return Promise.race([databaseAnswers(), late]).catch(() => false);
}
