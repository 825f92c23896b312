/** What is wrong with an input file, so that its owner finds the place. Line 0 stands for the file as a whole. */
export interface InputError {
  readonly file: string;
  readonly line: number;
  /** column of a CSV file, or path of a field in a JSON file */
  readonly column: string;
  readonly reason: string;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: InputError[] };

export function sentenceOf({ file, line, column, reason }: InputError): string {
  const place = [file, line > 0 && `line ${line}`, column && `column ${column}`].filter(Boolean).join(", ");
  return `${place}: ${reason}`;
}
