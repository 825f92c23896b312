import type { Actor } from "#app/access/actor.ts";
import { notFound } from "#app/access/answers.server.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { nameOf } from "#app/features/registers/institutions/institution.ts";
import { codesOfGroup } from "#app/features/registers/institutions/institution-group.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import type { InstitutionId } from "#app/kernel/id.ts";
import { independentOrganisations } from "./independent-organisations.server.ts";
import { patternOf } from "./pattern.ts";
import { replyValues } from "./reply-forms.ts";

/** The form of a right of reply, or that there is no pattern yet. @throws Response the page of what is not there */
export function readReplyPage(actor: Actor, id: InstitutionId) {
  return withActor(actor, async (tx) => {
    const register = await openRegister(actor, tx);
    const entry = register.get(id);
    if (!entry || entry.foldedInto !== null) throw notFound();
    const organisations = await independentOrganisations(actor, tx, codesOfGroup(register, id));
    const { version, reply } = entry;
    const mayAsk = reply !== null || patternOf(organisations) !== "none";
    return { id, version, name: nameOf(entry), mayAsk, kept: replyValues(reply) };
  });
}
