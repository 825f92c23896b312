import { redirect } from "@remix-run/node";
import type { OpenSession } from "#app/access/session.server.ts";
import { type Redemption, redemptionOn } from "#app/features/accounts/invitation/redemption.ts";
import { paths } from "#app/paths.ts";

/** The redemption this session is in. Without one a page of the way in leads back to its beginning. */
export function redemptionOf({ content }: OpenSession): Redemption {
  const redemption = redemptionOn(content.shelf);
  if (!redemption) throw redirect(paths.join());
  return redemption;
}

/** The same for pages that show the words: once they were asked back they are not shown again. */
export function unconfirmedRedemption(session: OpenSession): Redemption {
  const redemption = redemptionOf(session);
  if (redemption.confirmed) throw redirect(paths.joinSecondFactor());
  return redemption;
}
