import type { Actor } from "#app/access/actor.ts";
import { recorded } from "#app/features/audit/recorded.server.ts";
import { keepReplyIn } from "#app/features/registers/institutions/institution-commands.server.ts";
import { codesOfGroup } from "#app/features/registers/institutions/institution-group.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { type Result, refuse } from "#app/kernel/result.ts";
import { independentOrganisations } from "./independent-organisations.server.ts";
import { patternOf } from "./pattern.ts";
import type { ReplyForm } from "./reply-forms.ts";

/**
 * Records that an institution was asked, and later what it said. It is asked only where cases of several organisations of
 * one team show a pattern; what was begun can be gone on with by every team, also when cases have left since.
 */
export function recordReply(actor: Actor, id: InstitutionId, { version, reply }: ReplyForm): Promise<Result<null>> {
  return recorded(actor, async (tx, record) => {
    const register = await openRegister(actor, tx);
    const entry = register.get(id);
    if (!entry || entry.foldedInto !== null) return refuse({ kind: "not-found", code: "institution.none" });
    const organisations = entry.reply ? null : await independentOrganisations(actor, tx, codesOfGroup(register, id));
    if (organisations !== null && patternOf(organisations) === "none")
      return refuse({ kind: "conflict", code: "institution.no-pattern" });
    return keepReplyIn(actor, tx, record, { ...entry, version, reply });
  });
}
