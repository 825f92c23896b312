/** What went wrong in the database, without what was sent to it: such an error may end in a log. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  /** Prisma's code, such as P2002, or SQLSTATE where Prisma has none */
  readonly code: string;

  constructor(code: string, summary: string) {
    super(summary);
    this.code = code;
  }
}

/**
 * Takes parameters out of whatever Prisma, a driver or the embedded database threw.
 * All three put values into messages and fields: the arguments of the call, the failing row, the query's parameters.
 * Anything that is not the database's own error comes back as it is.
 */
export function withoutParameters(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof DatabaseError || !isDatabaseError(error)) return error;
  const clean = new DatabaseError(codeOf(error), summaryOf(error));
  clean.stack = `${clean.name}: ${clean.message}\n${framesOf(error)}`;
  return clean;
}

/** Whether a row with the same unique value was there already: before or after the door took the parameters out. */
export function isUniqueViolation(error: unknown): boolean {
  return (
    error instanceof Error && [codeOf(error), sqlStateOf(error)].some((code) => code === "P2002" || code === "23505")
  );
}

/** Whether two transactions met and this one lost; the same work may succeed when it is tried again. */
export function isWriteConflict(error: unknown): boolean {
  return error instanceof Error && [codeOf(error), sqlStateOf(error)].some((code) => CONFLICTS.has(code ?? ""));
}

/** Whether a transaction waited too long to begin or took too long to end: too much at once, worth trying again later. */
export function isOutOfTime(error: unknown): boolean {
  return (
    error instanceof Error &&
    ["P2028", "P2024", "57014"].some((code) => codeOf(error) === code || sqlStateOf(error) === code)
  );
}

const CONFLICTS: ReadonlySet<string> = new Set(["P2034", "40001", "40P01"]);
const CODE = /^(P\d{4}|[0-9A-Z]{5})$/;

type Detailed = Error & {
  code?: unknown;
  errorCode?: unknown;
  meta?: { modelName?: unknown; driverAdapterError?: { cause?: Cause } };
  cause?: Cause;
};
type Cause = { kind?: unknown; originalCode?: unknown; code?: unknown; constraint?: { fields?: unknown } };

/** Prisma's classes by name, for there may be two copies of them in a process; the drivers' by PostgreSQL's own field. */
function isDatabaseError(error: Error): boolean {
  return /^(Prisma|DriverAdapterError)/.test(error.name) || ("severity" in error && "code" in error);
}

const causeOf = (error: Detailed) => error.meta?.driverAdapterError?.cause ?? error.cause;

function codeOf(error: Error): string {
  const { code, errorCode } = error as Detailed;
  const found = [code, errorCode, sqlStateOf(error)].find((each) => typeof each === "string" && CODE.test(each));
  return typeof found === "string" ? found : "unknown";
}

function sqlStateOf(error: Error): string | undefined {
  const cause = causeOf(error as Detailed);
  const found = [cause?.originalCode, cause?.code].find((each) => typeof each === "string" && CODE.test(each));
  return typeof found === "string" ? found : undefined;
}

/** Code, model and constrained columns: names from the schema, never values. */
function summaryOf(error: Error): string {
  const model = (error as Detailed).meta?.modelName;
  const fields = causeOf(error as Detailed)?.constraint?.fields;
  const parts = [
    `database refused: ${codeOf(error)}`,
    sqlStateOf(error) && sqlStateOf(error) !== codeOf(error) && `SQLSTATE ${sqlStateOf(error)}`,
    typeof model === "string" && `on ${model}`,
    Array.isArray(fields) && `(${fields.filter((field) => /^[\w"]+$/.test(String(field))).join(", ")})`,
    error.name.startsWith("PrismaClientValidation") && "the call does not fit the schema",
  ];
  return parts.filter(Boolean).join(" ");
}

function framesOf(error: Error): string {
  return (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
