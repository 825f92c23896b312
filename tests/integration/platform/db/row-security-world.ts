import { randomUUID } from "node:crypto";

/** Two worlds that know nothing of each other: everything of the acting person, and everything of somebody else. */
export interface World {
  readonly name: "own" | "foreign";
  readonly user: string;
  readonly team: string;
  readonly organisation: string;
  readonly session: string;
  readonly case: string;
  readonly release: string;
  readonly wave: string;
}

export const newWorld = (name: World["name"]): World => ({
  name,
  user: randomUUID(),
  team: randomUUID(),
  organisation: randomUUID(),
  session: `session-${name}`,
  case: randomUUID(),
  release: randomUUID(),
  wave: randomUUID(),
});

/** What somebody who answers a survey of the world holds, as the context of row-level security. */
export const surveyOf = ({ name }: World) => ({
  code: `code-${name}`,
  link: `link-${name}`,
  draft: `draft-${name}`,
  answer: `answer-${name}`,
});

export type Row = Readonly<Record<string, string | number | boolean | null>>;

interface Table {
  readonly key: readonly string[];
  /** the world's row; its parents exist already when it is written, so the order of the tables below matters */
  readonly row: (world: World) => Row;
  /** what a second row like it must have of its own */
  readonly another: (world: World) => Row;
}

const sealed = { sealed: "\\x01" };
const fresh = () => ({ id: randomUUID() });
const id = (row: Table["row"], another: Table["another"] = fresh): Table => ({ key: ["id"], row, another });

/** Every table, with a row for each world. */
export const TABLES: Readonly<Record<string, Table>> = {
  users: id(
    (w) => ({
      ...{
        id: w.user,
        handle: `handle-${w.name}`,
        state: "active",
        key_version: 1,
        second_factor_version: 1,
        public_key: "\\x01",
        public_key_mac: "\\x01",
      },
      ...{ passphrase_salt: "\\x01", auth_hash: "\\x01", sealed_by_passphrase: "\\x01", sealed_by_recovery: "\\x01" },
      ...{ recovery_auth_hash: "\\x01", sealed_second_factor: "\\x01" },
    }),
    (w) => ({ id: randomUUID(), handle: `another-${w.name}` }),
  ),
  teams: id((w) => ({ id: w.team, label: w.name, walled: false, walls_id: null })),
  organisations: id((w) => ({ id: w.organisation, team_id: w.team, state: "confirmed", ...sealed })),
  // Own: the owner's hat in the organisation. Foreign: a staff hat.
  hats: id((w) =>
    w.name === "own"
      ? {
          ...fresh(),
          user_id: w.user,
          role: "reporter",
          team_id: null,
          organisation_id: w.organisation,
          is_owner: true,
        }
      : { ...fresh(), user_id: w.user, role: "lead", team_id: w.team, organisation_id: null, is_owner: false },
  ),
  group_keys: {
    key: ["name", "version"],
    row: (w) => ({
      name: `org/${w.organisation}`,
      version: 1,
      public_key: "\\x01",
      public_key_mac: "\\x01",
      sealed_previous: null,
      rotation_due: false,
    }),
    another: () => ({ version: 2 }),
  },
  cases: id((w) => ({
    ...{
      id: w.case,
      organisation_id: w.organisation,
      team_id: w.team,
      assigned_user_id: w.user,
      status: "received",
      version: 1,
    },
    ...{ created_week: "2026-01-05", delete_after_month: "2036-01-01", sealed_body: "\\x01", sealed_facets: "\\x01" },
  })),
  wraps: id(
    (w) => ({
      ...{ ...fresh(), object_kind: "case", object_id: w.case, object_version: 1 },
      ...{ recipient_kind: "user", recipient_id: w.user, recipient_version: 1, ...sealed },
    }),
    () => ({ id: randomUUID(), object_version: 2 }),
  ),
  sessions: id(
    (w) => ({ id: w.session, user_id: w.user, expires_hour: 1, ...sealed }),
    (w) => ({ id: `another-${w.session}` }),
  ),
  submissions: id(
    (w) => ({ id: `submission-${w.name}`, session_id: w.session, expires_hour: 1, ...sealed }),
    (w) => ({ id: `another-${w.name}` }),
  ),
  approvals: id(
    (w) => ({ ...fresh(), user_id: w.user, subject: "release/1", text_hash: "\\x01", week: "2026-01-05" }),
    () => ({ id: randomUUID(), subject: "release/2" }),
  ),
  settings: {
    key: ["key"],
    row: (w) => ({ key: w.name, value: true }),
    another: (w) => ({ key: `another-${w.name}` }),
  },
  // Own: a member's, of the organisation. Foreign: a colleague's, proposed.
  invitations: id(
    (w) => ({
      ...fresh(),
      ...(w.name === "own"
        ? { kind: "member", role: "reporter", team_id: null, organisation_id: w.organisation, state: "open" }
        : { kind: "staff", role: "lead", team_id: w.team, organisation_id: null, state: "proposed" }),
      code_hash: `\\x${w.name === "own" ? "01" : "02"}`,
      ...{ is_owner: false, ...sealed, user_id: null, expires_on: "2026-01-05" },
    }),
    () => ({ id: randomUUID(), code_hash: "\\x03" }),
  ),
  report_links: id(
    (w) => ({ ...fresh(), team_id: w.team, code_hash: `\\x${w.name === "own" ? "01" : "02"}`, state: "open" }),
    () => ({ id: randomUUID(), code_hash: "\\x03" }),
  ),
  receipts: id(
    (w) => ({
      ...{ ...fresh(), team_id: w.team, public_key: "\\x01", public_key_mac: "\\x01" },
      ...{ lookup_id: w.name, sealed_key: "\\x01", week: "2026-01-05" },
    }),
    (w) => ({ id: w.case, lookup_id: `another-${w.name}` }),
  ),
  case_drafts: id((w) => ({ id: w.case, organisation_id: w.organisation, version: 1, key_version: 1, ...sealed })),
  // One a case, so a second one belongs to the world's second case.
  case_assessments: {
    key: ["case_id"],
    row: (w) => ({ case_id: w.case, ...sealed }),
    another: (w) => ({ case_id: secondCase(w) }),
  },
  case_events: id((w) => ({ ...fresh(), case_id: w.case, ...sealed })),
  case_notes: id((w) => ({ ...fresh(), case_id: w.case, ...sealed })),
  tasks: id((w) => ({ ...fresh(), case_id: w.case, version: 1, ...sealed })),
  referrals: id((w) => ({
    ...{ ...fresh(), case_id: w.case, version: 1, expires_on: "2026-01-05", ...sealed },
    ...{ sealed_record: "\\x01", sealed_content: null },
  })),
  state_notes: id((w) => ({
    ...{ ...fresh(), team_id: w.team, version: 1, key_version: 1, content_key_version: 1, ...sealed },
    ...{ sealed_content: null, expires_on: "2026-01-05" },
  })),
  stories: id((w) => ({
    ...{ ...fresh(), case_id: w.case, version: 1, key_version: 1, ...sealed },
    ...{ sealed_record: "\\x01", sealed_letter: "\\x01" },
  })),
  case_relations: id((w) => ({ ...fresh(), case_id: w.case, ...sealed })),
  institutions: id(() => ({ ...fresh(), version: 1, key_version: 1, ...sealed })),
  desk_items: id((w) => ({ ...fresh(), user_id: w.user, ...sealed })),
  case_lists: id((w) => ({
    ...fresh(),
    team_id: w.team,
    key_version: 1,
    ...sealed,
    content: "\\x01",
    expires_on: "2026-01-05",
  })),
  remedies: id((w) => ({ ...fresh(), case_id: w.case, version: 1, ...sealed })),
  messages: id((w) => ({ ...fresh(), case_id: w.case, ...sealed })),
  message_standings: {
    key: ["case_id"],
    row: (w) => ({ case_id: w.case, ...sealed }),
    another: (w) => ({ case_id: secondCase(w) }),
  },
  files: id((w) => ({ ...fresh(), case_id: w.case, object_bytes: 1, copy_bytes: 0, ...sealed })),
  facet_inbox: id((w) => ({ ...fresh(), team_id: w.team, key_version: 1, ...sealed })),
  facet_blocks: id((w) => ({ ...fresh(), team_id: w.team, version: 1, key_version: 1, ...sealed })),
  audit_entries: {
    key: ["seq"],
    row: (w) => ({ seq: w.name === "own" ? 1 : 2, day: "2026-01-05", class: "case", hash: "\\x01", ...sealed }),
    another: () => ({ seq: 3 }),
  },
  own_entries: id((w) => ({ ...fresh(), user_id: w.user, ...sealed })),
  reference_entries: {
    key: ["list", "code"],
    row: (w) => ({ list: "test", code: w.name, version: 1, data: true }),
    another: (w) => ({ code: `another-${w.name}` }),
  },
  // Own: a draft. Foreign: in review.
  briefings: id((w) => ({
    ...{ id: w.release, state: w.name === "own" ? "draft" : "in_review", version: 1, key_version: 1, ...sealed },
  })),
  table_sets: id((w) => ({ ...fresh(), briefing_id: w.release, key_version: 1, sealed_facts: null, ...sealed })),
  briefing_comments: id((w) => ({ ...fresh(), briefing_id: w.release, key_version: 1, ...sealed })),
  institution_namings: id((w) => ({
    ...{ ...fresh(), briefing_id: w.release, key_version: 1, blind_key_version: 1, ...sealed, sealed_blind: "\\x01" },
  })),
  // A briefing has one work at a time.
  briefing_works: id(
    (w) => ({ ...fresh(), briefing_id: w.release, session_id: w.session, key_version: 1, ...sealed }),
    () => ({ id: randomUUID(), briefing_id: randomUUID() }),
  ),
  // Own: released. Foreign: not yet.
  releases: id(
    (w) => ({
      ...{ id: w.release, briefing_id: w.release, slug: w.name, released_on: "2026-01-05", text_hash: "\\x01" },
      ...{ state: w.name === "own" ? "released" : "pending", withdrawn_on: null, content: true },
    }),
    (w) => ({ id: randomUUID(), briefing_id: randomUUID(), slug: `another-${w.name}` }),
  ),
  release_files: {
    key: ["release_id", "path"],
    row: (w) => ({ release_id: w.release, path: "briefing.pdf", media_type: "application/pdf", bytes: "\\x01" }),
    another: () => ({ path: "package.zip" }),
  },
  survey_instruments: {
    key: ["digest"],
    row: (w) => ({ digest: w.name, content: true, vouched_by: randomUUID() }),
    another: (w) => ({ digest: `another-${w.name}` }),
  },
  survey_instrument_drafts: id((w) => ({ ...fresh(), team_id: w.team, version: 1, key_version: 1, ...sealed })),
  // Own and foreign: approved. A draft of the same team is seen by its coordinators alone; see wave-plan.test.ts.
  survey_waves: id((w) => ({
    ...{ id: w.wave, team_id: w.team, version: 1, key_version: 1, ...sealed, facts: true, vouched_by: randomUUID() },
    ...{ opens_on: "2026-01-05", closes_on: "2026-01-06", ended_on: null, is_read: false },
  })),
  survey_links: id(
    (w) => ({ id: surveyOf(w).link, wave_id: w.wave, state: "open", vouched_by: randomUUID() }),
    (w) => ({ id: `another-${w.name}` }),
  ),
  survey_codes: id(
    (w) => ({ id: surveyOf(w).code, wave_id: w.wave, by_link: false, vouched_by: randomUUID() }),
    (w) => ({ id: `another-${w.name}` }),
  ),
  survey_panels: {
    key: ["wave_id"],
    row: (w) => ({ wave_id: w.wave, version: 1, key_version: 1, ...sealed }),
    another: () => ({ wave_id: randomUUID() }),
  },
  survey_makeups: {
    key: ["wave_id"],
    row: (w) => ({ wave_id: w.wave, key_version: 1, ...sealed }),
    another: () => ({ wave_id: randomUUID() }),
  },
  survey_replacements: id((w) => ({ ...fresh(), wave_id: w.wave, key_version: 1, ...sealed })),
  // Whoever answers reaches the one row that code and words lead to, so another of theirs does not exist.
  survey_drafts: id(
    (w) => ({ id: surveyOf(w).draft, wave_id: w.wave, ...sealed }),
    (w) => ({ id: `another-${w.name}` }),
  ),
  survey_answers: id(
    (w) => ({ id: surveyOf(w).answer, wave_id: w.wave, key_version: 1, ...sealed }),
    (w) => ({ id: `another-${w.name}` }),
  ),
  survey_participations: id((w) => ({
    ...{ ...fresh(), wave_id: w.wave, key_version: 1, ...sealed, mark_key_version: 1, sealed_mark: "\\x01" },
  })),
  survey_codings: {
    key: ["wave_id", "coder_id"],
    row: (w) => ({ wave_id: w.wave, coder_id: w.user, version: 1, key_version: 1, ...sealed }),
    another: () => ({ wave_id: randomUUID() }),
  },
  survey_extracts: {
    key: ["wave_id"],
    row: (w) => ({ wave_id: w.wave, key_version: 1, ...sealed }),
    another: () => ({ wave_id: randomUUID() }),
  },
  survey_settlements: {
    key: ["wave_id"],
    row: (w) => ({ wave_id: w.wave, version: 1, key_version: 1, ...sealed }),
    another: () => ({ wave_id: randomUUID() }),
  },
  survey_contacts: id((w) => ({
    ...fresh(),
    ...{ team_id: w.team, key_version: 1, delete_after: "2026-01-05", ...sealed },
  })),
  ledger_entries: id((w) => ({ ...fresh(), release_id: w.release, key_version: 1, ...sealed })),
};

/** A case without an assessment, of the same organisation, team and assignee; for a receipt its own case is the only one. */
export const secondCase = (world: World) => world.case.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
