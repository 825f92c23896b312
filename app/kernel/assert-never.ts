/** Ends a `switch` that must be total: adding a case without handling it fails the type check. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${typeof value}`);
}
