import type { AuditAction } from "./audit-action.ts";

type Noun = AuditAction extends infer Action ? (Action extends `${infer N}.${string}` ? N : never) : never;

/** How long rows of a table stay, in one word each of which the security model or its decisions explain. */
type Retention =
  | "session" // gone with the session, at most 13 hours later
  | "account" // as long as the account
  | "organisation" // as long as the organisation
  | "case" // with its case: erased on the due month or on the reporter's word
  | "note" // a year after its last day; its words go on that day, and each case keeps its own record of what left
  | "draft" // until it is sent or discarded
  | "invitation" // seven days, or with the account it made
  | "wave" // codes, links and drafts go 30 days after a survey has closed, panel, answers and contacts after two years
  | "edition" // as long as the published edition: it stays, also when withdrawn
  | "installation"; // never deleted

interface TableFacts {
  readonly retention: Retention;
  /** what a change of it is recorded as; null where nothing is, on purpose */
  readonly noun: Noun | null;
}

/**
 * Every table, how long its rows stay, and under which noun the chain records what changes them. A test compares this
 * with the database, so that no table comes without somebody having thought of both.
 */
export const TABLES: Readonly<Record<string, TableFacts>> = {
  users: { retention: "account", noun: "account" },
  hats: { retention: "account", noun: "account" },
  group_keys: { retention: "installation", noun: "key" },
  wraps: { retention: "case", noun: "key" },
  // Sessions and first answers are the means of being signed in, not acts: signing in and out is what is recorded.
  sessions: { retention: "session", noun: "account" },
  submissions: { retention: "session", noun: null },
  approvals: { retention: "installation", noun: "invitation" },
  settings: { retention: "installation", noun: "installation" },
  teams: { retention: "installation", noun: "installation" },
  organisations: { retention: "organisation", noun: "organisation" },
  invitations: { retention: "invitation", noun: "invitation" },
  report_links: { retention: "installation", noun: "link" },
  // With its draft, when nobody sends it; else with its case.
  receipts: { retention: "case", noun: "receipt" },
  cases: { retention: "case", noun: "case" },
  case_assessments: { retention: "case", noun: "case" },
  case_events: { retention: "case", noun: "case" },
  case_relations: { retention: "case", noun: "case" },
  case_notes: { retention: "case", noun: "case" },
  tasks: { retention: "case", noun: "case" },
  messages: { retention: "case", noun: "case" },
  message_standings: { retention: "case", noun: "case" },
  files: { retention: "case", noun: "case" },
  case_lists: { retention: "case", noun: "case" },
  remedies: { retention: "case", noun: "case" },
  // What was to be sent goes earlier, the day after its last.
  referrals: { retention: "case", noun: "case" },
  state_notes: { retention: "note", noun: "case" },
  stories: { retention: "case", noun: "case" },
  // What somebody types before sending is nobody's business.
  case_drafts: { retention: "draft", noun: null },
  facet_inbox: { retention: "case", noun: "case" },
  facet_blocks: { retention: "case", noun: "case" },
  // How somebody lays out their own work is no act on anybody's case.
  desk_items: { retention: "account", noun: null },
  audit_entries: { retention: "installation", noun: null },
  own_entries: { retention: "account", noun: null },
  survey_instruments: { retention: "installation", noun: "instrument" },
  survey_instrument_drafts: { retention: "draft", noun: "instrument" },
  survey_waves: { retention: "installation", noun: "wave" },
  survey_codes: { retention: "wave", noun: "wave" },
  survey_links: { retention: "wave", noun: "wave" },
  survey_panels: { retention: "wave", noun: "wave" },
  survey_codings: { retention: "wave", noun: "wave" },
  survey_settlements: { retention: "wave", noun: "wave" },
  survey_extracts: { retention: "wave", noun: "wave" },
  survey_makeups: { retention: "wave", noun: "wave" },
  survey_replacements: { retention: "wave", noun: "wave" },
  // Who answers leaves no second mark: an entry beside an answer would say when it came.
  survey_drafts: { retention: "wave", noun: null },
  survey_answers: { retention: "wave", noun: null },
  survey_participations: { retention: "wave", noun: "wave" },
  survey_contacts: { retention: "wave", noun: "wave" },
  reference_entries: { retention: "installation", noun: "reference" },
  institutions: { retention: "installation", noun: "institution" },
  briefings: { retention: "edition", noun: "briefing" },
  table_sets: { retention: "edition", noun: "briefing" },
  institution_namings: { retention: "edition", noun: "briefing" },
  briefing_comments: { retention: "edition", noun: "briefing" },
  briefing_works: { retention: "session", noun: "briefing" },
  releases: { retention: "edition", noun: "briefing" },
  release_files: { retention: "edition", noun: "briefing" },
  ledger_entries: { retention: "edition", noun: "briefing" },
  _prisma_migrations: { retention: "installation", noun: null },
};
