import type { NavigationItem, Viewer } from "#app/design-system/frame.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import type { Text } from "#app/i18n/text.tsx";
import { landingFor } from "#app/landing.ts";
import { paths } from "#app/paths.ts";

interface Entry {
  readonly href: string;
  readonly key: MessageKey;
}

const BRIEFINGS: Entry = { href: paths.briefings(), key: "common.nav.briefings" };
const DRAFTS: Entry = { href: landingFor("editor"), key: "common.nav.briefing-drafts" };
const REPORTS: Entry = { href: landingFor("reporter"), key: "common.nav.reports" };
const WORK: Entry = { href: paths.work(), key: "common.nav.work" };
const INSTITUTIONS: Entry = { href: paths.institutions(), key: "common.nav.institutions" };
const PROTECTION: Entry = { href: paths.protection(), key: "common.nav.protection" };

/** The head's entries by role; `visitor` is whoever is not signed in, `owner` a reporter who owns the account. A role without a line sees the visitor's. */
const ENTRIES: Record<string, readonly Entry[]> = {
  visitor: [BRIEFINGS, PROTECTION, { href: paths.signIn(), key: "common.nav.sign-in" }],
  reporter: [REPORTS, PROTECTION],
  receipt: [
    { href: landingFor("receipt"), key: "receipt.nav.report" },
    { href: paths.receiptKeep(), key: "receipt.nav.keep" },
    PROTECTION,
    { href: paths.signOut(), key: "receipt.nav.close" },
  ],
  owner: [REPORTS, { href: paths.organisation(), key: "common.nav.organisation" }, PROTECTION],
  intake: [
    { href: landingFor("intake"), key: "common.nav.queue" },
    WORK,
    { href: paths.organisations(), key: "common.nav.organisations" },
    INSTITUTIONS,
    { href: paths.surveys(), key: "waves.heading" },
    { href: paths.people(), key: "common.nav.people" },
    BRIEFINGS,
  ],
  lead: [{ href: landingFor("lead"), key: "common.nav.assigned" }, WORK, BRIEFINGS],
  analyst: [DRAFTS, { href: paths.surveyAnswers(), key: "waves.answers.heading" }, BRIEFINGS],
  editor: [DRAFTS, INSTITUTIONS, BRIEFINGS],
  guardian: [DRAFTS, INSTITUTIONS, { href: paths.people(), key: "common.nav.people" }, BRIEFINGS],
  administrator: [{ href: paths.people(), key: "common.nav.people" }, BRIEFINGS],
};

/** The head's links for a reader, in the reader's language. */
export function navigationFor(viewer: Viewer | null, t: Text): readonly NavigationItem[] {
  const audience = viewer?.role === "reporter" && viewer.isOwner ? "owner" : (viewer?.role ?? "visitor");
  const entries = ENTRIES[audience] ?? ENTRIES.visitor ?? [];
  return entries.map(({ href, key }) => ({ href, label: t(key) }));
}
