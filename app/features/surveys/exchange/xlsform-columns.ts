/** Columns of XLSForm, and our own beside them: other tools pass those over, and this product reads them back. */
export const OWN = {
  kind: "thaw_kind",
  list: "thaw_list",
  from: "thaw_from",
  where: "thaw_where",
  except: "thaw_except",
  apart: "thaw_apart",
  places: "thaw_places",
  shown: "thaw_shown",
  title: "thaw_title",
  intro: "thaw_intro",
  thanks: "thaw_thanks",
} as const;

/** What `thaw_kind` says of rows that would pass for something else. */
export const ROW_KINDS = { intro: "intro", end: "end", endWithoutSending: "end-without-sending" } as const;

export const YES = "yes";
export const QUARTER_CONSTRAINT = "regex(., '^[0-9]{4}-Q[1-4]$')";
