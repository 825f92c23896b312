import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Gate } from "#app/access/gate.server.ts";
import { may } from "#app/access/policy.ts";
import type { ActingRole } from "#app/access/roles.ts";
import routes from "#app/routes.ts";

interface Entry {
  readonly file: string;
  readonly path?: string | undefined;
  readonly index?: boolean | undefined;
}

/** An address of the product, and who guards its way in and its form. */
export interface Door {
  readonly id: string;
  readonly path: string;
  readonly loader: Gate | null;
  readonly action: Gate | null;
}

const ROOT = join(import.meta.dirname, "../../app");

/** The whole map, as the product walks it. */
export function allDoors(): Promise<Door[]> {
  return Promise.all((routes as readonly Entry[]).map(doorOf));
}

async function doorOf({ file, path = "" }: Entry): Promise<Door> {
  const page = (await import(pathToFileURL(join(ROOT, file)).href)) as {
    loader?: { gate: Gate };
    action?: { gate: Gate };
  };
  const gateOf = (made?: { gate: Gate }) => made?.gate ?? null;
  return {
    id: file.replace(/\.tsx?$/, ""),
    path: `/${path}`,
    loader: gateOf(page.loader),
    action: gateOf(page.action),
  };
}

/** @param values by the name of the place in the address */
export function addressOf({ path }: Door, values: Readonly<Record<string, string>>): string {
  return path.replace(/:([a-zA-Z]+)\??/g, (_, name: string) => values[name] ?? "nothing");
}

export const guarded = (gate: Gate | null) => gate?.kind === "guarded";

/** Reporters are taken as owners of their organisation: they may more. */
export const holds = (role: ActingRole, gate: Gate) => may({ role, isOwner: role === "reporter" }, gate.may!);
