import { describe, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import routes from "#app/routes.ts";
import { sourceFiles } from "./source-tree.ts";

interface Entry {
  readonly file: string;
  readonly path?: string | undefined;
  readonly children?: readonly Entry[] | undefined;
}

const MAKERS =
  /^(guardedLoader|guardedAction|guardedResource|publicLoader|publicFormLoader|publicResource|publicFormAction|publicAction)\b/;

const entries = (routes as readonly Entry[]).flatMap(function flat(entry): Entry[] {
  return [entry, ...(entry.children ?? []).flatMap(flat)];
});
const doors = sourceFiles("app/routes");

describe("doors", () => {
  test("every file in routes stands in the map, and every entry of the map is a file", () => {
    const mapped = entries.map(({ file }) => `app/${file}`).sort();
    const pages = doors.filter(({ text }) => /export (default|const (loader|action))/.test(text));
    expect(mapped).toEqual([...new Set(pages.map(({ path }) => path))].sort());
  });

  test("every loader and action is made by the gate", () => {
    const wrong = doors.flatMap(({ path, text }) =>
      [...text.matchAll(/export (?:const|async function|function) (loader|action)\b\s*(?:=\s*)?([^\n]*)/g)]
        .filter(([, , made]) => !MAKERS.test(made ?? ""))
        .map(([, name]) => `${path}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test("no door names the database, cryptography or the environment", () => {
    // Asking whether the database answers is all that the health page does, and it reads nothing.
    const others = doors.filter(({ path }) => path !== "app/routes/public/healthz.ts");
    const wrong = others.filter(({ text }) =>
      /platform\/db|platform\/crypto|from "(prisma|@prisma|sodium|node:crypto)|process\.env|\bwithActor\b/.test(text),
    );
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  test("paths.ts and routes.ts tell the same addresses", () => {
    const patterns = entries.flatMap(({ path, file }) => (path || file.includes("home") ? [`/${path ?? ""}`] : []));
    const written = Object.values(paths).map((make) =>
      (make as (...parts: string[]) => string)("a", "b", "c").replace(/\?.*$/, ""),
    );
    const fits = (pattern: string, address: string) =>
      new RegExp(`^${pattern.replace(/:[a-zA-Z]+\??/g, "[^/]+").replace(/\./g, "\\.")}$`).test(address);
    const lost = written.filter((address) => !patterns.some((pattern) => fits(pattern, address)));
    const unnamed = patterns.filter((pattern) => !written.some((address) => fits(pattern, address)));
    expect({ lost, unnamed }).toEqual({ lost: [], unnamed: [] });
  });
});
