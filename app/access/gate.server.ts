import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import type { z } from "zod";
import type { FormValues } from "./form-body.server.ts";
import type { Permission } from "./policy.ts";
import { type Visit, visitOf } from "./visit.server.ts";

/* What every door of the gate shares, for members and for everybody. */

/** What every page with a form is given besides its own data. */
export interface FormTokenData {
  readonly formToken: string;
}

export type Args = LoaderFunctionArgs | ActionFunctionArgs;
/** Whoever stands at a door. */
export interface Guest {
  readonly request: Request;
  readonly url: URL;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly context: Args["context"];
  readonly visit: Visit;
}
export async function meet(args: Args): Promise<Guest> {
  const { request, params, context } = args;
  return { request, params, context, url: new URL(request.url), visit: await visitOf(request, context) };
}

/** The first message of each field that a form got wrong. */
export function invalid(error: z.ZodError) {
  const fields: Record<string, string> = {};
  for (const { path, message } of error.issues) fields[path.join(".") || "form"] ??= message;
  return { kind: "invalid", code: "form.invalid", fields } as const;
}

export function text(value: FormValues[string] | undefined): string {
  return typeof value === "string" ? value : "";
}

/** How a function came through the gate; a test walks the map of routes and asks each loader and action for it. */
export interface Gate {
  readonly kind: "guarded" | "public";
  readonly may: Permission | null;
}

/** Marks a loader or an action as one that came through the gate. */
export function sealedGate<T extends (args: never) => unknown>(
  kind: Gate["kind"],
  permission: Permission | null,
  door: T,
) {
  return Object.assign(door, { gate: { kind, may: permission } satisfies Gate });
}

/** The answer to a form that was sent only to see its page in another language. */
export const KEPT_FOR_LANGUAGE = { kind: "kept", code: "form.in-language" } as const;
