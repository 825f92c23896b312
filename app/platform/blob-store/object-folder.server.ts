import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { env } from "#app/platform/env.server.ts";

/** 32 hexadecimal digits; nothing else is ever joined to a path */
export type ObjectName = string;

const NAME = /^[0-9a-f]{32}$/;
const PARTIAL = ".partial";

/** The folder of this installation, made when it is missing, for this user of the machine alone. */
export async function objectFolder(): Promise<string> {
  const folder = join(env().DATA_DIR, "objects");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export const isObjectName = (text: string): text is ObjectName => NAME.test(text);
export const isPartialName = (text: string) => text.endsWith(PARTIAL) && isObjectName(text.slice(0, -PARTIAL.length));

export function pathOf(folder: string, name: ObjectName): string {
  if (!isObjectName(name)) throw new RangeError("not the name of an object");
  return join(folder, name);
}

export const partialOf = (path: string) => `${path}${PARTIAL}`;

/** A rename or a deletion is only certain when the folder itself has reached the disk. */
export async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
