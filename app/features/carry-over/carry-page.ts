/** What may be taken from a survey's answers into a report, in words. */
export interface OfferedPage {
  readonly name: string;
  /** key of the report's question */
  readonly titleKey: string;
  readonly choices: readonly { readonly value: string; readonly words: string }[];
}

export interface CarryPageData {
  readonly offers: readonly OfferedPage[];
  /** questions that were answered and have no place in a report */
  readonly staysBehind: readonly string[];
}
