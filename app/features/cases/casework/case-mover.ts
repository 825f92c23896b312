import type { Actor } from "#app/access/actor.ts";
import type { CaseMover } from "#app/features/cases/case-transition.ts";

/** As whom somebody at work moves a case. */
export function moverOf({ role }: Pick<Actor, "role">): CaseMover {
  return role === "lead" ? "lead" : "intake";
}
