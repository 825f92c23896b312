import type { AskCode } from "#app/features/briefings/asks.ts";
import type { LastAsks } from "#app/features/briefings/follow-up.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";

/** What the newest release asks for. @returns null where there is none, or it asks for nothing */
export async function findLastAsks(tx: Transaction): Promise<LastAsks | null> {
  const [newest] = await tx.$queryRaw<{ slug: string; session: string; codes: AskCode[] }[]>`
    SELECT slug, content->>'session' AS session,
      (SELECT coalesce(jsonb_agg(one->'code'), '[]')
        FROM jsonb_path_query(content, '$.texts.en.asks.groups[*].asks[*]') AS one) AS codes
    FROM releases WHERE state = 'released' ORDER BY released_on DESC, slug DESC LIMIT 1`;
  return newest && newest.codes.length > 0 ? newest : null;
}
