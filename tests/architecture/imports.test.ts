import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type SourceFile, sourceFiles } from "./source-tree.ts";

/** Rooms from the ground up: each may use those named beside it. */
const ROOMS: Record<string, readonly string[]> = {
  kernel: [],
  i18n: ["kernel"],
  paths: ["kernel"],
  "design-system": ["i18n", "kernel", "paths"],
  platform: ["kernel"],
  access: ["platform", "kernel"],
  features: ["access", "platform", "design-system", "i18n", "kernel", "paths"],
  shell: ["features", "access", "platform", "design-system", "i18n", "kernel", "paths"],
  routes: ["shell", "features", "access", "platform", "design-system", "i18n", "kernel", "paths"],
  cli: ["shell", "features", "access", "platform", "design-system", "i18n", "kernel", "paths"],
};

/** Slices by floor, as in app/features/README.md: a slice may use lower floors and never a neighbour. */
const FLOORS: readonly (readonly string[])[] = [
  ["keyring", "taxonomy"],
  ["audit", "disclosure"],
  ["organisations", "registers"],
  ["accounts", "facets"],
  ["cases", "surveys"],
  ["evidence", "messages", "tasks", "carry-over"],
  ["referrals", "stories"],
  ["briefings", "state-notes"],
];

const files = sourceFiles("app");

/** Files straight under app/ are the shell that holds the rooms together; paths.ts is the map that all may read. */
function roomOf(path: string): string {
  const [, room, inside] = path.split("/");
  if (inside === undefined) return room === "paths.ts" ? "paths" : "shell";
  return room ?? "";
}

const sliceOf = (path: string) => (roomOf(path) === "features" ? (path.split("/")[2] ?? "") : null);
const floorOf = (slice: string) => FLOORS.findIndex((floor) => floor.includes(slice));

describe("imports", () => {
  test("point down from room to room", () => {
    const wrong = arrows().filter(({ from, to }) => {
      const [room, target] = [roomOf(from), roomOf(to)];
      return room !== target && !ROOMS[room]?.includes(target);
    });
    expect(wrong.map(written)).toEqual([]);
  });

  test("point down from slice to slice, never sideways", () => {
    const wrong = arrows().filter(({ from, to }) => {
      const [slice, target] = [sliceOf(from), sliceOf(to)];
      return slice && target && slice !== target && floorOf(target) >= floorOf(slice);
    });
    expect(wrong.map(written)).toEqual([]);
  });

  test("every slice has a floor", () => {
    const slices = new Set(
      files.map(({ path }) => sliceOf(path)).filter((slice) => slice !== null && !slice.includes(".")),
    );
    expect([...slices].filter((slice) => floorOf(slice!) < 0)).toEqual([]);
  });

  test.each(["cases", "surveys"])("point down from room to room within the %s, as their README has them", (slice) => {
    const home = `app/features/${slice}/`;
    const readme = readFileSync(`${home}README.md`, "utf8");
    const rooms = [...readme.matchAll(/^\| \[?`(\w+)\/`/gm)].map(([, room]) => room!);
    // What lies in no room of its own is the ground.
    const heightOf = (path: string) => rooms.indexOf(path.slice(home.length).split("/")[0]!);
    const wrong = arrows().filter(
      ({ from, to }) => from.startsWith(home) && to.startsWith(home) && heightOf(to) > heightOf(from),
    );
    const folders = new Set(
      files.flatMap(({ path }) => (path.startsWith(home) ? (path.slice(home.length).match(/^\w+(?=\/)/) ?? []) : [])),
    );
    expect([...folders].filter((folder) => folder !== "ui" && !rooms.includes(folder))).toEqual([]);
    expect(wrong.map(written)).toEqual([]);
  });

  test("make no circle", () => {
    expect(circles(files)).toEqual([]);
  });

  test("a page's look never reaches for a server file, except a route through its gate", () => {
    const wrong = arrows().filter(
      ({ from, to }) => isBrowserFile(from) && /\.server\.tsx?$/.test(to) && !isTypeOnly(from, to),
    );
    expect(wrong.map(written)).toEqual([]);
  });

  test("reach other folders by #app/, and only the own one by ./", () => {
    const wrong = files.flatMap(({ path, text }) =>
      [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)]
        // A file that is shipped as it is has no other name, and generated code is no room.
        .filter(([, target]) => !/\?url$|\/generated\//.test(target!))
        .filter(([, target]) => dirname(join(dirname(path), target!)) !== dirname(path))
        .map(([, target]) => `${path}: ${target}`),
    );
    expect(wrong).toEqual([]);
  });
});

function arrows() {
  return files.flatMap(({ path, imports }) => imports.map((to) => ({ from: path, to })));
}

const written = ({ from, to }: { from: string; to: string }) => `${from} → ${to}`;

/** What the bundler also sends to a browser. Routes are stripped of their server part; the shell is its own case. */
function isBrowserFile(path: string): boolean {
  return /\.tsx$/.test(path) && (roomOf(path) === "design-system" || path.includes("/ui/"));
}

function isTypeOnly(from: string, to: string): boolean {
  const { text } = files.find(({ path }) => path === from)!;
  const name = to.split("/").at(-1)!.replace(/\./g, "\\.");
  return new RegExp(`import type [^;]*${name}"`).test(text);
}

/** Strongly connected files, each as one line; a file that imports itself counts too. */
function circles(sources: readonly SourceFile[]): string[] {
  const edges = new Map(sources.map(({ path, imports }) => [path, imports]));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[] = [];
  const visit = (path: string) => {
    index.set(path, index.size);
    low.set(path, index.get(path)!);
    stack.push(path);
    for (const to of edges.get(path) ?? []) {
      if (!edges.has(to)) continue;
      if (!index.has(to)) {
        visit(to);
        low.set(path, Math.min(low.get(path)!, low.get(to)!));
      } else if (stack.includes(to)) low.set(path, Math.min(low.get(path)!, index.get(to)!));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1) found.push(group.sort().join(" ⇄ "));
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return found;
}
