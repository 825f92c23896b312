import { Tag, type TagTone } from "#app/design-system/content/tag.tsx";
import type { ReferralState } from "#app/features/referrals/referral.ts";
import type { ListedReferral } from "#app/features/referrals/referral-page.ts";
import { useText } from "#app/i18n/text-context.tsx";

export type ReferralSide = "team" | "reporter";

type ShownState = ReferralState | "deletion-asked" | "expired";

const TONES: Readonly<Record<ShownState, TagTone>> = {
  prepared: "quiet",
  asked: "amber",
  ready: "glacier",
  refused: "quiet",
  stopped: "quiet",
  taken: "plain",
  recalled: "red",
  "deletion-asked": "quiet",
  expired: "quiet",
};

type Standing = Pick<ListedReferral, "state" | "isExpired" | "deletionAskedOn">;

/** What was taken out stays so when its day has passed; what was not has expired. */
function shownState({ state, isExpired, deletionAskedOn }: Standing): ShownState {
  if (state === "recalled" && deletionAskedOn) return "deletion-asked";
  return isExpired && (["prepared", "asked", "ready"] as ShownState[]).includes(state) ? "expired" : state;
}

export function ReferralStateTag({ referral, side }: { readonly referral: Standing; readonly side: ReferralSide }) {
  const t = useText();
  const state = shownState(referral);
  return <Tag tone={TONES[state]}>{t(`referrals.state.${side}.${state}`)}</Tag>;
}

/** "TLP:RED", as a mark and not as a word of any language. */
export function TlpMark({ tlp }: Pick<ListedReferral, "tlp">) {
  return <bdi>{tlpName(tlp)}</bdi>;
}

export function tlpName(tlp: ListedReferral["tlp"]): string {
  return tlp.replace("tlp_", "TLP:").replace("_strict", "+STRICT").toUpperCase();
}

/** What goes, in a line: its parts and how many files. */
export function usePartsLine() {
  const t = useText();
  return ({ parts, fileCount }: Pick<ListedReferral, "parts" | "fileCount">) =>
    [
      ...parts.map((part) => t(`referrals.part.${part}`)),
      ...(fileCount > 0 ? [t("referrals.files.count", { count: fileCount })] : []),
    ].join(" · ");
}
