import ts from "typescript";
import type { SourceFile } from "./source-tree.ts";

/** What of a program's text may come to stand in a key of a message. */
export interface WordsInCode {
  /** strings, names of properties and numbers, and what follows the first dot of a string: the end of a code such as `case.closed` */
  readonly words: ReadonlySet<string>;
  /** strings as they stand, whole */
  readonly strings: ReadonlySet<string>;
  /** the same without those in lists: a list of groups says what travels to a browser, and not what is shown there */
  readonly alone: ReadonlySet<string>;
  /** of each template the constant pieces around its holes, one more than there are holes */
  readonly templates: readonly (readonly string[])[];
}

/** Comments, imports and the text of markup are left out: nothing of them is ever a key. */
export function wordsInCode(files: readonly SourceFile[]): WordsInCode {
  const strings = new Set<string>();
  const words = new Set<string>();
  const alone = new Set<string>();
  const templates = new Map<string, readonly string[]>();
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) {
      strings.add(node.text);
      if (!ts.isArrayLiteralExpression(node.parent)) alone.add(node.text);
    } else if (ts.isNumericLiteral(node)) words.add(node.text);
    else if (isNamed(node)) words.add(node.name.text);
    else if (ts.isTemplateExpression(node) || ts.isTemplateLiteralTypeNode(node)) {
      const around = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      templates.set(around.join("\n"), around);
    }
    ts.forEachChild(node, look);
  };
  for (const { path, text } of files) look(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  for (const text of strings) words.add(text).add(text.slice(text.indexOf(".") + 1));
  return { words, strings, alone, templates: [...templates.values()] };
}

const isNamed = (node: ts.Node): node is ts.Node & { readonly name: ts.Identifier } =>
  (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node) || ts.isPropertySignature(node)) &&
  ts.isIdentifier(node.name);

/**
 * What stands in the holes of a template where it makes `text`, one list for each way in which it can.
 * @param around  as in `WordsInCode`
 */
export function fillings([head = "", ...rest]: readonly string[], text: string): readonly (readonly string[])[] {
  if (!text.startsWith(head)) return [];
  const after = text.slice(head.length);
  const [next, ...others] = rest;
  if (next === undefined) return after === "" ? [[]] : [];
  return Array.from({ length: after.length + 1 }, (_, at) => at).flatMap((at) =>
    fillings([next, ...others], after.slice(at)).map((filled) => [after.slice(0, at), ...filled]),
  );
}
