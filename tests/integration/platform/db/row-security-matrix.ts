/** Select, insert, update, delete on the own row, a stroke, the same on the foreign row; `-` where it does not reach. */
export type Rights = string;

/** Everyone who can stand at the database; `auth_unknown` is `auth` before a person is known, `login` has not stepped anywhere. */
export const ROLES = [
  ...["reporter", "intake", "lead", "analyst", "editor", "guardian", "administrator"],
  ...["receipt", "respondent", "public", "auth", "auth_unknown", "setup", "job", "none", "login", "backup"],
] as const;

/**
 * What each role reaches of each table; whoever is not named reaches nothing.
 * Read it beside "Who sees what": own is the acting person's, organisation's, team's or session's, foreign is another's.
 */
const ACCESS: Readonly<Record<string, Readonly<Record<string, Rights>>>> = {
  users: {
    "reporter lead analyst editor": "S---|----",
    "intake guardian backup": "S---|S---",
    administrator: "S-U-|S-U-",
    auth: "S-U-|----",
    auth_unknown: "S---|S---",
    setup: "-I--|-I--",
  },
  teams: {
    "reporter intake lead analyst editor guardian receipt respondent public auth auth_unknown job backup": "S---|S---",
    administrator: "SIU-|SIU-",
    setup: "-I--|-I--",
  },
  organisations: {
    reporter: "S-U-|----",
    intake: "SIU-|----",
    "auth auth_unknown": "S-U-|S-U-",
    backup: "S---|S---",
  },
  hats: {
    "reporter lead analyst editor": "S---|----",
    "intake guardian backup": "S---|S---",
    administrator: "S---|S--D",
    auth: "SI--|----",
    auth_unknown: "S---|S---",
    setup: "-I--|-I--",
  },
  group_keys: {
    "reporter intake": "SIU-|S---",
    guardian: "SIU-|SIU-",
    "lead analyst editor receipt respondent public backup": "S---|S---",
    administrator: "S-U-|S-U-",
    "auth auth_unknown setup": "SI--|SI--",
  },
  cases: {
    "reporter intake": "SIU-|----",
    "lead receipt": "S-U-|----",
    backup: "S---|S---",
  },
  wraps: {
    "reporter lead analyst editor": "S---|----",
    intake: "SI-D|----",
    "guardian administrator": "S--D|S--D",
    receipt: "S---|----",
    auth: "SI-D|----",
    setup: "-I--|-I--",
    backup: "S---|S---",
  },
  report_links: {
    intake: "SIU-|----",
    "auth auth_unknown backup": "S---|S---",
  },
  // The worlds' receipts are not the acting one's, which would be the case itself; see receipt-rows.test.ts.
  receipts: {
    "reporter auth auth_unknown backup": "S---|S---",
    receipt: "-I--|----",
  },
  sessions: {
    "reporter intake lead analyst editor guardian": "S--D|----",
    "administrator job": "S--D|S--D",
    "auth auth_unknown": "SIUD|SIUD",
  },
  submissions: {
    "reporter intake lead analyst editor guardian administrator receipt respondent public auth auth_unknown":
      "SIU-|----",
    job: "S--D|S--D",
  },
  approvals: {
    "intake guardian editor": "SI--|S---",
    "analyst administrator auth auth_unknown backup": "S---|S---",
  },
  settings: {
    "reporter intake lead analyst editor receipt respondent public auth auth_unknown job backup": "S---|S---",
    "guardian administrator": "SIU-|SIU-",
    setup: "SI--|SI--",
  },
  invitations: {
    reporter: "SIU-|----",
    guardian: "----|S-U-",
    administrator: "----|SIU-",
    "intake auth auth_unknown": "S-U-|S-U-",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  case_drafts: {
    reporter: "SIUD|----",
    receipt: "S--D|----",
    backup: "S---|S---",
  },
  case_assessments: {
    reporter: "-I--|----",
    "intake lead": "SIU-|----",
    backup: "S---|S---",
  },
  case_events: {
    "reporter intake lead receipt": "SI--|----",
    backup: "S---|S---",
  },
  case_notes: {
    "intake lead": "SI--|----",
    backup: "S---|S---",
  },
  tasks: {
    "intake lead": "SIUD|----",
    backup: "S---|S---",
  },
  case_relations: {
    "intake lead": "SI-D|----",
    backup: "S---|S---",
  },
  // One register for all teams: whoever holds its key reads it.
  institutions: {
    intake: "SIU-|SIU-",
    "editor guardian backup": "S---|S---",
  },
  desk_items: {
    "intake lead": "SIUD|----",
    backup: "S---|S---",
  },
  case_lists: {
    intake: "SI-D|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  remedies: {
    "intake lead": "SIUD|----",
    "reporter receipt": "S---|----",
    backup: "S---|S---",
  },
  // The reporter agrees and takes back; the sweep deletes what was to be sent.
  referrals: {
    intake: "SIUD|----",
    "reporter receipt": "S-U-|----",
    lead: "S---|----",
    job: "S-U-|S-U-",
    backup: "S---|S---",
  },
  // The sweep knows the day, and no word.
  state_notes: {
    intake: "SIUD|----",
    job: "S-UD|S-UD",
    backup: "S---|S---",
  },
  // Those who make briefings read the letters of all, and of nobody whose case it is.
  stories: {
    "intake lead": "SIUD|----",
    "reporter receipt": "S-U-|----",
    "editor guardian backup": "S---|S---",
  },
  messages: {
    "reporter intake lead receipt": "SI--|----",
    backup: "S---|S---",
  },
  message_standings: {
    "reporter intake lead": "SIU-|----",
    receipt: "S-U-|----",
    backup: "S---|S---",
  },
  files: {
    "reporter receipt": "SIU-|----",
    "intake lead": "SI--|----",
    "job backup": "S---|S---",
  },
  facet_inbox: {
    "reporter lead receipt": "-I--|----",
    intake: "SI-D|----",
    analyst: "S--D|----",
    guardian: "-I--|-I--",
    backup: "S---|S---",
  },
  facet_blocks: {
    "intake analyst": "SIUD|----",
    backup: "S---|S---",
  },
  audit_entries: {
    "reporter intake lead analyst editor guardian administrator receipt auth auth_unknown setup job": "SI--|SI--",
    backup: "S---|S---",
  },
  own_entries: {
    "reporter intake lead analyst editor guardian administrator auth": "SI--|----",
    backup: "S---|S---",
  },
  reference_entries: {
    "reporter lead analyst editor guardian administrator receipt respondent public auth auth_unknown job backup":
      "S---|S---",
    intake: "SIU-|SIU-",
  },
  briefings: {
    "analyst backup": "S---|S---",
    editor: "SIUD|SIUD",
    guardian: "S-U-|S-U-",
  },
  table_sets: {
    analyst: "SI-D|S---",
    guardian: "S-U-|S-U-",
    "editor backup": "S---|S---",
  },
  briefing_comments: {
    "editor guardian": "SI--|SI--",
    "analyst backup": "S---|S---",
  },
  // An analyst reads the part without a name; both change while the briefing is a draft only.
  institution_namings: {
    editor: "SI-D|S---",
    guardian: "S--D|S---",
    "analyst backup": "S---|S---",
  },
  // Everybody at work on briefings sees that somebody is at it; the session that began it says how far it is.
  briefing_works: {
    editor: "S---|S---",
    "analyst guardian": "SIUD|S--D",
  },
  releases: {
    "reporter intake lead analyst administrator receipt respondent public auth auth_unknown job": "S---|----",
    editor: "S-U-|----",
    guardian: "SIU-|SIU-",
    backup: "S---|S---",
  },
  release_files: {
    "reporter intake lead analyst editor administrator receipt respondent public auth auth_unknown job": "S---|----",
    guardian: "SI--|SI--",
    backup: "S---|S---",
  },
  // What is asked is public.
  survey_instruments: {
    intake: "SI--|SI--",
    "analyst editor guardian respondent public backup": "S---|S---",
  },
  survey_instrument_drafts: {
    intake: "SIUD|----",
    backup: "S---|S---",
  },
  // Only a draft can be thrown away; these are approved. Whoever answers sees the wave of their code.
  survey_waves: {
    intake: "SIU-|----",
    analyst: "S-U-|----",
    respondent: "S---|----",
    job: "S---|S---",
    backup: "S---|S---",
  },
  survey_links: {
    intake: "SIU-|----",
    respondent: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  // By the open link a respondent adds codes that came so, and no other.
  survey_codes: {
    intake: "SI-D|----",
    respondent: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  // One a wave; a wave without one is looked at in wave-panel.test.ts.
  survey_panels: {
    intake: "S-UD|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  // One a wave, written anew: what is in it is for the analysts alone.
  survey_makeups: {
    intake: "S--D|----",
    analyst: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_replacements: {
    intake: "-I--|----",
    analyst: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_drafts: {
    respondent: "S-UD|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  // No coordinator, no guardian, no administrator: who answers writes, and the team's analysts read.
  survey_answers: {
    respondent: "S-U-|----",
    analyst: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_participations: {
    intake: "S---|----",
    analyst: "SI--|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  // Each analyst writes the codes they gave themselves, one row a wave, and reads those of the team: two are compared.
  survey_codings: {
    analyst: "S-U-|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_extracts: {
    analyst: "S---|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_settlements: {
    analyst: "S-U-|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  survey_contacts: {
    intake: "S--D|----",
    analyst: "-I--|----",
    job: "S--D|S--D",
    backup: "S---|S---",
  },
  ledger_entries: {
    "intake analyst editor backup": "S---|S---",
    guardian: "SI--|SI--",
  },
};

export const MATRIX: Readonly<Record<string, Readonly<Record<string, Rights>>>> = Object.fromEntries(
  Object.entries(ACCESS).map(([table, rights]) => [table, eachRole(rights)]),
);

const SEEN = "id handle state public_key public_key_mac key_version";

/**
 * Where a role may touch some columns only, in the order of the table. A command that stands above and not here holds for
 * every column.
 */
const PARTIAL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "users select": {
    "reporter lead analyst editor administrator": SEEN,
    // What they approve when somebody's authenticator is lost.
    "intake guardian": `${SEEN} second_factor_version`,
  },
  "users update": { administrator: "state" },
  "teams update": { administrator: "label" },
  "group_keys update": {
    "reporter intake administrator": "rotation_due",
    guardian: "public_key_mac rotation_due",
  },
  "wraps select": {
    administrator: "id object_kind object_id object_version recipient_kind recipient_id recipient_version",
  },
  "sessions select": {
    "reporter intake lead analyst editor guardian administrator": "id user_id expires_hour",
    job: "id expires_hour",
  },
  "submissions select": { job: "id expires_hour" },
  "submissions update": {
    "reporter intake lead analyst editor guardian administrator receipt respondent public auth": "sealed",
  },
  "organisations select": { auth: "id team_id state" },
  "organisations update": { reporter: "sealed", auth: "state" },
  "invitations select": { job: "id state expires_on" },
  "invitations update": { auth: "state user_id", "reporter intake guardian administrator": "state" },
  "report_links update": { intake: "state" },
  "receipts select": { reporter: "id", job: "id lookup_id week" },
  "receipts update": { receipt: "lookup_id sealed_key" },
  "case_drafts select": { auth: "id organisation_id", job: "id organisation_id" },
  "case_lists select": { job: "id expires_on" },
  "cases update": {
    intake: "organisation_id assigned_user_id status version delete_after_month sealed_body sealed_facets",
    "reporter lead receipt": "status version sealed_body sealed_facets",
  },
  "institutions update": { intake: "version key_version sealed" },
  "desk_items update": { "intake lead": "sealed" },
  "remedies update": { "intake lead": "version sealed" },
  "referrals select": {
    "reporter receipt": "id case_id version expires_on sealed_record sealed_content",
    job: "id expires_on",
  },
  "referrals update": {
    intake: "version expires_on sealed sealed_record sealed_content",
    "reporter receipt": "version sealed_record sealed_content",
    job: "sealed_content",
  },
  "state_notes select": { job: "id expires_on" },
  "state_notes update": {
    intake: "version key_version content_key_version sealed sealed_content",
    job: "sealed_content",
  },
  "stories select": {
    "reporter receipt": "id case_id version sealed_record sealed_letter key_version",
    "editor guardian": "id version sealed_letter key_version",
  },
  "stories update": {
    "intake lead": "version sealed sealed_record sealed_letter key_version",
    "reporter receipt": "version sealed_record sealed_letter key_version",
  },
  "tasks update": { "intake lead": "version sealed" },
  "message_standings update": { "reporter intake lead receipt": "sealed" },
  "files select": { job: "id object_name copy_name" },
  // Its reporter takes an original back; what was said of it stays.
  "files update": { "reporter receipt": "object_name object_bytes sealed_key" },
  "audit_entries select": { "reporter intake lead analyst editor administrator receipt auth setup": "seq hash" },
  "briefings update": { guardian: "state version" },
  "table_sets update": { guardian: "sealed_facts" },
  "institution_namings select": { analyst: "id briefing_id blind_key_version sealed_blind" },
  "briefing_works update": { "analyst guardian": "sealed key_version" },
  "survey_instrument_drafts update": { intake: "version key_version sealed" },
  "survey_waves select": {
    respondent: "id team_id facts vouched_by opens_on closes_on ended_on",
    job: "id opens_on closes_on ended_on",
  },
  "survey_waves update": {
    intake: "version key_version sealed facts vouched_by opens_on closes_on ended_on",
    analyst: "is_read",
  },
  "survey_links select": { job: "id wave_id" },
  "survey_links update": { intake: "state" },
  "survey_codes select": { job: "id wave_id" },
  "survey_panels select": { job: "wave_id" },
  "survey_panels update": { intake: "version key_version sealed" },
  "survey_makeups select": { intake: "wave_id", job: "wave_id" },
  "survey_replacements select": { job: "id wave_id" },
  "survey_drafts select": { job: "id wave_id" },
  "survey_drafts update": { respondent: "sealed" },
  "survey_answers select": { respondent: "id wave_id", job: "id wave_id" },
  "survey_answers update": { respondent: "key_version sealed" },
  "survey_participations select": {
    intake: "id wave_id key_version sealed",
    analyst: "id wave_id mark_key_version sealed_mark",
    job: "id wave_id",
  },
  "survey_codings select": { job: "wave_id coder_id" },
  "survey_codings update": { analyst: "version key_version sealed" },
  "survey_extracts select": { job: "wave_id" },
  "survey_settlements select": { job: "wave_id" },
  "survey_settlements update": { analyst: "version key_version sealed" },
  "survey_contacts select": { job: "id delete_after" },
  "releases update": { "editor guardian": "state withdrawn_on" },
  "_prisma_migrations select": { job: "finished_at migration_name rolled_back_at" },
};

export const COLUMNS = Object.fromEntries(Object.entries(PARTIAL).map(([what, columns]) => [what, eachRole(columns)]));

/** `"reporter intake": x` says x of both. */
function eachRole<T>(rights: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(rights).flatMap(([roles, each]) => roles.split(" ").map((role) => [role, each])),
  );
}
