import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PublishedText } from "#app/features/briefings/published/published-text.ts";
import { drawChart } from "./chart.server.ts";

/** Faces that the templates name; taken from packages, never from the machine, so that every machine makes the same bytes. */
const FACES: Record<string, readonly string[]> = {
  "noto-sans": ["400Regular", "600SemiBold", "700Bold"],
  "noto-serif": ["400Regular", "700Bold"],
  "noto-sans-arabic": ["400Regular", "600SemiBold", "700Bold"],
};

let compiler: NodeCompiler | null = null;

/**
 * A briefing on paper: tagged PDF after PDF/UA-1, one language.
 * Same text and day, same bytes: the only date in the file is the day of release.
 * @param releasedOn  ISO day
 */
export function briefingPdf(text: PublishedText, releasedOn: string): Uint8Array<ArrayBuffer> {
  const data = JSON.stringify({ ...onPaper(text), releasedOn });
  const printer = thePrinter();
  const document = printer.pdf(
    { mainFilePath: join(templatesFolder(), "briefing.typ"), inputs: { briefing: data } },
    { pdfStandard: "ua-1", pdfTags: true },
  );
  // Typst remembers every document it has set; a briefing must not stay in memory once it is made.
  printer.evictCache(0);
  return new Uint8Array(document);
}

/** The same text with its charts drawn in ink. */
function onPaper(text: PublishedText): PublishedText {
  const look = { direction: text.direction, withheld: text.words.withheld };
  const sections = text.sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => ({
      ...table,
      charts: table.charts.map((chart) => ({ ...chart, svg: drawChart({ ...chart, ...look }, "paper") })),
    })),
  }));
  return { ...text, sections };
}

function thePrinter(): NodeCompiler {
  compiler ??= NodeCompiler.create({ workspace: templatesFolder(), fontArgs: [{ fontPaths: fontFolders() }] });
  return compiler;
}

function fontFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return Object.entries(FACES).flatMap(([family, faces]) => {
    const folder = dirname(resolve(`@expo-google-fonts/${family}/package.json`));
    return faces.map((face) => join(folder, face));
  });
}

/** The bundle lies in `build/server`, the source here; both find the templates from the project's root. */
function templatesFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return join(folder, "app/features/briefings/files/templates");
}
