import { z } from "zod";
import { listAddress } from "#app/kernel/list-address.ts";
import { paths } from "#app/paths.ts";

/** What may stand in the list's address: the page, and the name of what the session keeps. */
export interface ListView {
  /** from 1 */
  readonly page: number;
  readonly view: string | null;
}

const addressSchema = z.object(listAddress);

/** Reads an address. What it does not understand it leaves out. */
export function listViewIn(query: URLSearchParams): ListView {
  return addressSchema.parse(Object.fromEntries(query));
}

export function listHref({ page, view }: ListView): string {
  const query = new URLSearchParams({ ...(view && { view }), ...(page > 1 && { page: String(page) }) }).toString();
  return query ? `${paths.institutions()}?${query}` : paths.institutions();
}

/** The page of an institution's cases; 1 for whatever is no page number. */
export function pageIn(query: URLSearchParams): number {
  return listViewIn(query).page;
}
