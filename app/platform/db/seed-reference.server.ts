import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Query } from "./migrate.server.ts";
import { projectRoot } from "./project-root.server.ts";

export async function seedReference(_query: Query): Promise<void> {
  void [readdir, readFile, join, parse, projectRoot];
}
