declare const brand: unique symbol;

/** A random version-4 UUID that knows what it names, so that a team's id cannot stand where a case's is wanted. */
export type Id<Noun extends string> = string & { readonly [brand]: Noun };

export type UserId = Id<"user">;
export type TeamId = Id<"team">;
export type OrganisationId = Id<"organisation">;
export type CaseId = Id<"case">;
export type TaskId = Id<"task">;
export type RemedyId = Id<"remedy">;
export type ReferralId = Id<"referral">;
export type StateNoteId = Id<"state-note">;
export type StoryId = Id<"story">;
export type DraftId = Id<"draft">;
export type InstitutionId = Id<"institution">;
export type RelationId = Id<"relation">;
export type BriefingId = Id<"briefing">;
export type NamingId = Id<"naming">;
export type WaveId = Id<"wave">;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id; says nothing of whether such a thing exists. */
export function isId(text: string): boolean {
  return UUID.test(text);
}
