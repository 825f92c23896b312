import type { NavigationItem, Viewer } from "#app/design-system/frame.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import type { Text } from "#app/i18n/text.tsx";
import { paths } from "#app/paths.ts";

interface Entry {
  readonly href: string;
  readonly key: MessageKey;
}

const PROTECTION: Entry = { href: paths.protection(), key: "common.nav.protection" };

/** The head's entries by role; `visitor` is whoever is not signed in. A role without a line sees the visitor's. */
const ENTRIES: Record<string, readonly Entry[]> = {
  visitor: [PROTECTION, { href: paths.signIn(), key: "common.nav.sign-in" }],
  reporter: [PROTECTION],
};

export function navigationFor(viewer: Viewer | null, t: Text): readonly NavigationItem[] {
  const entries = ENTRIES[viewer?.role ?? "visitor"] ?? ENTRIES.visitor ?? [];
  return entries.map(({ href, key }) => ({ href, label: t(key) }));
}
