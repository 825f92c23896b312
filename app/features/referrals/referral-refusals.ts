/** Not there, or out of reach: both look the same. */
export const NO_REFERRAL = { kind: "not-found", code: "referrals.none" } as const;
/** Somebody else was faster, or the page is an old one. */
export const REFERRAL_CHANGED = { kind: "conflict", code: "referrals.changed-meanwhile" } as const;
export const REFERRAL_EXPIRED = { kind: "conflict", code: "referrals.expired" } as const;
export const NO_CONSENT = { kind: "conflict", code: "referrals.no-consent" } as const;
export const FILE_GONE = { kind: "conflict", code: "referrals.file-gone" } as const;
