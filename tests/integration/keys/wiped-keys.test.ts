import { beforeAll, expect, test } from "vitest";
import { sessionCookie } from "#app/access/cookie.ts";
import { afterResponse, type LoadContext } from "#app/access/load-context.ts";
import { inSessionContext, startSession } from "#app/access/session.server.ts";
import type { SessionStage } from "#app/access/session-content.ts";
import { visitOf } from "#app/access/visit.server.ts";
import { memberContent } from "#app/features/accounts/sign-in/sign-in-commands.server.ts";
import { lockAway } from "#app/platform/crypto/secret.server.ts";
import { onDatabase } from "../../support/database.ts";
import { newWorld, type World } from "../../support/world.ts";

onDatabase("embedded", "the key that a session holds", () => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld();
  });

  test.each<SessionStage>(["joining", "second-factor", "member", "receipt"])(
    "is gone when the answer has left: %s",
    async (stage) => {
      const { userId, privateKey } = world.guardians[0];
      const content = { ...memberContent(userId, null, Date.now()), stage };
      const { token } = await inSessionContext((tx) => startSession(tx, content, lockAway(privateKey.slice())));
      const after = afterResponse(() => undefined);
      const context: LoadContext = { nonce: "", pathOf: () => null, afterResponse: after };
      const request = new Request("http://127.0.0.1/", { headers: { Cookie: sessionCookie(token) } });
      const { session } = await visitOf(request, context);
      expect(session?.privateKey?.every((byte) => byte === 0)).toBe(false);
      await after.run();
      expect(session?.privateKey?.every((byte) => byte === 0)).toBe(true);
    },
  );
});
