/** What an expression of XLSForm says, as far as it is of the kind that conditions can hold. */
export type Expression =
  | { readonly is: "and" | "or"; readonly of: readonly Expression[] }
  | { readonly is: "not"; readonly of: Expression }
  | {
      readonly is: "compare";
      readonly variable: string;
      readonly sign: "=" | "!=" | ">";
      readonly value: string | number;
    }
  | { readonly is: "selected"; readonly variable: string; readonly value: string };

const LONGEST = 40_000;
const DEEPEST = 30;
const TOKEN =
  /\s*(?:(\$\{[^{}\s]+\})|('[^']*'|"[^"]*")|(-?\d+(?:\.\d+)?)|(!=|=|>=|<=|>|<|\(|\)|,)|([A-Za-z][\w-]*)|(\S))/gy;

/** @returns null for anything that a condition cannot hold: arithmetic, other functions, comparison of two answers */
export function readXpath(text: string): Expression | null {
  if (text.length > LONGEST) return null;
  const tokens = [...text.trim().matchAll(TOKEN)].map(([whole]) => whole.trim());
  const reader = new Reader(tokens);
  const read = reader.or(0);
  return read !== null && reader.isAtEnd ? read : null;
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  get isAtEnd(): boolean {
    return this.at >= this.tokens.length;
  }

  or(depth: number): Expression | null {
    return this.chain("or", depth, () => this.chain("and", depth, () => this.single(depth)));
  }

  private chain(word: "and" | "or", depth: number, part: () => Expression | null): Expression | null {
    if (depth > DEEPEST) return null;
    const parts = [part()];
    while (this.take(word)) parts.push(part());
    if (parts.some((one) => one === null)) return null;
    return parts.length === 1 ? parts[0]! : { is: word, of: parts as Expression[] };
  }

  private single(depth: number): Expression | null {
    if (this.take("(")) return this.closed(this.or(depth + 1));
    if (this.take("not")) {
      const inner = this.take("(") ? this.closed(this.or(depth + 1)) : null;
      return inner && { is: "not", of: inner };
    }
    if (this.take("selected")) return this.selected();
    const variable = this.variable();
    const sign = this.next();
    const value = this.literal();
    if (variable === null || value === null || (sign !== "=" && sign !== "!=" && sign !== ">")) return null;
    return { is: "compare", variable, sign, value };
  }

  private selected(): Expression | null {
    if (!this.take("(")) return null;
    const variable = this.variable();
    const value = this.take(",") ? this.literal() : null;
    if (variable === null || typeof value !== "string" || !this.take(")")) return null;
    return { is: "selected", variable, value };
  }

  private closed(inner: Expression | null): Expression | null {
    return this.take(")") ? inner : null;
  }

  private variable(): string | null {
    return /^\$\{(.+)\}$/.exec(this.next())?.[1] ?? null;
  }

  private literal(): string | number | null {
    const token = this.next();
    if (/^-?\d/.test(token)) return Number(token);
    return /^(['"]).*\1$/s.test(token) ? token.slice(1, -1) : null;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }

  private next(): string {
    this.at += 1;
    return this.tokens[this.at - 1] ?? "";
  }
}
