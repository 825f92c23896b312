/** The asks of the campaign by code: surveys rank them, briefings put them to States. Their words are in the messages, slice `asks`. */
export const ASK_CODES = [
  "SP1",
  "SP2",
  "SP3",
  "SP4",
  "SP5",
  "SP6",
  "SP7",
  "SP8",
  "EU1",
  "EU2",
  "RB1",
  "RB2",
  "DN1",
  "SV1",
  "AB1",
  "CT1",
] as const;
export type AskCode = (typeof ASK_CODES)[number];
