import type { Actor } from "./actor.ts";
import type { ActingRole } from "./roles.ts";

type Wearer = Pick<Actor, "role" | "isOwner">;
type Rule = (wearer: Wearer) => boolean;

const everyone: Rule = () => true;
/** Whoever has an account. */
const members: Rule = ({ role }) => role !== "receipt";
const only =
  (...roles: ActingRole[]): Rule =>
  ({ role }) =>
    roles.includes(role);
const owner: Rule = ({ role, isOwner }) => role === "reporter" && isOwner;
const either =
  (...rules: Rule[]): Rule =>
  (wearer) =>
    rules.some((rule) => rule(wearer));

/**
 * Who may do what: every rule on one page. It decides by role alone; whose case, whose team, whose organisation is
 * decided a second time by row-level security and a third time by the key. Source: the table "who sees what" of the
 * security model.
 */
export const policy = {
  "account.read": members,
  "account.change": members,
  "session.end": everyone,

  "report.read": only("reporter", "receipt"),
  "report.write": only("reporter", "receipt"),
  "report.begin": only("reporter"),
  "receipt.keep": only("receipt"),
  "members.read": owner,
  "members.invite": owner,
  "members.remove": owner,

  "queue.read": only("intake"),
  "case.read": only("intake", "lead"),
  "case.triage": only("intake"),
  "case.work": only("intake", "lead"),
  "case.assign": only("intake"),
  "case.wall": only("intake"),
  "case.list": only("intake"),
  "case.merge": only("intake"),
  "case.bind": only("intake"),
  "link.manage": only("intake"),
  // A lead sees what was handed out of a case of theirs; that something leaves is for the coordinators to say.
  "referral.read": only("intake", "lead"),
  "referral.write": only("intake"),
  // A paper for a State holds parts of several cases: who reads it whole holds the team's key, and two of them let it go.
  "state-note.read": only("intake"),
  "state-note.write": only("intake"),
  "own-referral.read": only("reporter", "receipt"),
  "own-referral.decide": only("reporter", "receipt"),
  "story.read": only("intake", "lead"),
  "story.write": only("intake", "lead"),
  // The finder needs the names of the team's organisations and of the register, and leads hold neither key.
  "story.ask": only("intake"),
  "own-story.read": only("reporter", "receipt"),
  "own-story.decide": only("reporter", "receipt"),
  "assigned.read": only("lead"),
  "work.read": only("intake", "lead"),
  "work.hand-over": only("intake"),
  "own-file.add": only("reporter", "receipt"),
  "own-file.take": only("reporter", "receipt"),
  // Evidence is whose it is: a team that wants an original gone asks for it.
  "own-file.discard": only("reporter", "receipt"),
  "file.take": only("intake", "lead"),
  "file.add": only("intake", "lead"),
  "organisation.invite": only("intake"),
  "organisation.read": only("intake"),

  // Who asks whom and what is the coordinators' to say; what was answered only analysts read, and they know nobody's name.
  "wave.read": only("intake"),
  "wave.write": only("intake"),
  "wave.approve": only("intake"),
  "wave-panel.read": only("intake"),
  "wave-panel.write": only("intake"),
  "wave-contact.read": only("intake"),
  "wave-answer.list": only("analyst"),
  "wave-answer.pass-on": only("analyst"),
  "wave-answer.read": only("analyst"),
  "wave-answer.grant": only("analyst"),

  "register.read": only("intake", "editor", "guardian"),
  "register.write": only("intake"),

  "people.read": only("administrator", "guardian", "intake"),
  "people.propose": only("administrator"),
  "people.approve": only("guardian", "intake"),
  "people.lock": only("administrator"),
  "authenticator.approve": only("guardian", "intake"),
  "keys.grant": either(only("guardian", "intake"), owner),

  "briefing.list": only("editor", "analyst", "guardian"),
  "briefing.read": only("editor", "analyst", "guardian"),
  "briefing.write": only("editor"),
  "briefing.compute": only("analyst"),
  "briefing.stop-work": only("analyst", "guardian"),
  "briefing.approve": only("editor", "guardian"),
  "briefing.release": only("guardian"),
  // Analysts see codes: whom a row stands for is read by those who hold the register's key.
  "naming.read": only("editor", "guardian"),
  "naming.propose": only("editor"),
  "naming.approve": only("guardian"),
  "naming.end": only("editor", "guardian"),

  "audit.read": only("guardian"),
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof policy;

export function may(wearer: Wearer, permission: Permission): boolean {
  return policy[permission](wearer);
}
