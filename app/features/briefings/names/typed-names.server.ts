import type { Actor } from "#app/access/actor.ts";
import { openRegister } from "#app/features/registers/institutions/institution-register.server.ts";
import { commonWords } from "#app/features/stories/common-words.server.ts";
import type { Transaction } from "#app/platform/db/in-context.server.ts";
import { readsNames } from "./edition-names.server.ts";
import { type EditionName, printableNames } from "./edition-names.ts";
import { type TypedName, typedNames, type Written } from "./typed-names.ts";

/** Names that stand in these texts and may not, by the register of this moment. Whoever reads no names is told of none. */
export async function readTypedNames(
  actor: Actor,
  tx: Transaction,
  texts: readonly Written[],
  names: readonly EditionName[] | null,
): Promise<TypedName[]> {
  if (!readsNames(actor)) return [];
  const register = await openRegister(actor, tx);
  return typedNames(texts, { register, printable: printableNames(names), common: commonWords });
}
