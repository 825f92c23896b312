import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { withRowHeads } from "./row-heads.server.ts";

/** Faces that the templates name; taken from packages, never from the machine, so that every machine makes the same bytes. */
const FACES: Record<string, readonly string[]> = {
  "noto-sans": ["400Regular", "600SemiBold", "700Bold"],
  "noto-serif": ["400Regular", "700Bold"],
  "noto-sans-arabic": ["400Regular", "600SemiBold", "700Bold"],
};

let compiler: NodeCompiler | null = null;

/**
 * Sets a template of this room as a tagged PDF after PDF/UA-1, in whose tables each row begins with its heading.
 * @param template  file name in `templates/`
 * @param data      what it reads as `sys.inputs.briefing`, JSON
 */
export function printedPdf(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
  return withRowHeads(
    printed((printer) => printer.pdf(sourceOf(template, data), { pdfStandard: "ua-1", pdfTags: true })),
  );
}

/** Pages to be looked at by a program and thrown away: without tags, and by no standard. */
export function printedPages(template: string, data: unknown): Uint8Array<ArrayBuffer> {
  return printed((printer) => new Uint8Array(printer.pdf(sourceOf(template, data), { pdfTags: false })));
}

const sourceOf = (template: string, data: unknown) => ({
  mainFilePath: join(templatesFolder(), template),
  inputs: { briefing: JSON.stringify(data) },
});

function printed<Made>(make: (printer: NodeCompiler) => Made): Made {
  compiler ??= NodeCompiler.create({ workspace: templatesFolder(), fontArgs: [{ fontPaths: fontFolders() }] });
  try {
    return make(compiler);
  } finally {
    // Typst remembers every document it has set; a briefing must not stay in memory once it is made.
    compiler.evictCache(0);
  }
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
