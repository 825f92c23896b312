import type { ActingRole } from "#app/access/roles.ts";
import { paths } from "#app/paths.ts";

/** Where each role begins its day: the page after signing in and after putting on another hat. */
const LANDING: Record<ActingRole, string> = {
  reporter: paths.reports(),
  receipt: paths.reports(),
  intake: paths.queue(),
  lead: paths.assigned(),
  analyst: paths.briefingDrafts(),
  editor: paths.briefingDrafts(),
  guardian: paths.briefingDrafts(),
  administrator: paths.people(),
};

export function landingFor(role: ActingRole): string {
  return LANDING[role];
}
