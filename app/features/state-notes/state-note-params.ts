import { z } from "zod";
import { idParam } from "#app/kernel/id-param.ts";

/** The note that an address names. */
export const stateNoteParams = z.object({ noteId: idParam<"state-note">() });
