import type { Addressee } from "#app/features/briefings/asks.ts";

/** For whom there is a version of one page: those who read together what they are asked. */
export const ONE_PAGES = {
  "states-parties": ["states_parties"],
  "european-union": ["eu_and_members", "eu_commission"],
  "banks-and-supervisors": ["supervisors", "banks"],
  donors: ["donors"],
  providers: ["providers"],
  "asp-bureau": ["asp_bureau"],
  court: ["court"],
} as const satisfies Record<string, readonly Addressee[]>;
export type OnePage = keyof typeof ONE_PAGES;
