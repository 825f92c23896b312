import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The wave that an address names. */
export const waveParams = z.object({ waveId: idParam<"wave">() });

/** The same, and one of those who were invited to it. */
export const invitedParams = waveParams.extend({ invitedId: idParam<"invited">() });

/** Somebody who wishes to be reached. */
export const contactParams = z.object({ contactId: idParam<"contact">() });
