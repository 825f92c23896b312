import type { Role } from "#app/access/roles.ts";

/** Where each role begins its day: the page after signing in and after putting on another hat. */
const LANDING: Record<Role, string> = {
  reporter: "/reports",
  intake: "/queue",
  lead: "/assigned",
  analyst: "/briefing-drafts",
  editor: "/briefing-drafts",
  guardian: "/briefing-drafts",
  administrator: "/people",
};

export function landingFor(role: Role): string {
  return LANDING[role];
}
