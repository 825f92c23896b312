import { index, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the product, by audience. The same addresses as functions: `paths.ts`. */
const open = [
  index("routes/public/home.tsx"),
  route("protection", "routes/public/protection.tsx"),
  route("language", "routes/public/language.ts"),
  route("healthz", "routes/public/healthz.ts"),
  route("briefings", "routes/public/briefings.tsx"),
  route("briefings/register", "routes/public/briefing-register.tsx"),
  route("briefings/method", "routes/public/briefing-method.tsx"),
  route("briefings/releases.json", "routes/public/briefing-listing.ts"),
  route("briefings/feed.xml", "routes/public/briefing-feed.ts"),
  route("briefings/:slug", "routes/public/briefing.tsx"),
  route("briefings/:slug/:file", "routes/public/briefing-file.ts"),
  route("briefings/:slug/tables/:file", "routes/public/briefing-table.ts"),
  route("states", "routes/public/states.tsx"),
  route("states/:state", "routes/public/state.tsx"),
];

/** Whoever answers a survey by a code. */
const respondent = [
  route("answer", "routes/respondent/answer.tsx"),
  route("answer/link/:code", "routes/respondent/answer-link.tsx"),
  route("answer/return", "routes/respondent/answer-return.tsx"),
  route("answer/words", "routes/respondent/answer-words.tsx"),
  route("answer/pages/:page", "routes/respondent/answer-page.tsx"),
  route("answer/check", "routes/respondent/answer-check.tsx"),
  route("answer/sent", "routes/respondent/answer-sent.tsx"),
  route("answer/close", "routes/respondent/answer-close.tsx"),
];

const analysis = [
  route("briefing-drafts", "routes/analysis/briefing-drafts.tsx"),
  route("briefing-drafts/new", "routes/analysis/briefing-new.tsx"),
  route("briefing-drafts/:briefingId", "routes/analysis/briefing-draft.tsx"),
  route("briefing-drafts/:briefingId/specification", "routes/analysis/briefing-specification.tsx"),
  route("briefing-drafts/:briefingId/text/:locale", "routes/analysis/briefing-text.tsx"),
  route("briefing-drafts/:briefingId/sections/:section", "routes/analysis/briefing-section.tsx"),
  route("briefing-drafts/:briefingId/asks", "routes/analysis/briefing-asks.tsx"),
  route("briefing-drafts/:briefingId/follow-up", "routes/analysis/briefing-follow-up.tsx"),
  route("briefing-drafts/:briefingId/tables", "routes/analysis/briefing-tables.tsx"),
  route("briefing-drafts/:briefingId/tables/list", "routes/analysis/briefing-table-choice.tsx"),
  route("briefing-drafts/:briefingId/protection", "routes/analysis/briefing-protection.tsx"),
  route("briefing-drafts/:briefingId/work", "routes/analysis/briefing-work.tsx"),
  route("briefing-drafts/:briefingId/preview/:locale", "routes/analysis/briefing-preview.tsx"),
  route("briefing-drafts/:briefingId/submit", "routes/analysis/briefing-submit.tsx"),
  route("briefing-drafts/:briefingId/review", "routes/analysis/briefing-review.tsx"),
  route("briefing-drafts/:briefingId/take-back", "routes/analysis/briefing-take-back.tsx"),
  route("briefing-drafts/:briefingId/send-back", "routes/analysis/briefing-send-back.tsx"),
  route("briefing-drafts/:briefingId/withdraw", "routes/analysis/briefing-withdraw.tsx"),
];

const signIn = [
  route("sign-in", "routes/sign-in/sign-in.tsx"),
  route("sign-in/code", "routes/sign-in/code.tsx"),
  route("sign-in/authenticator", "routes/sign-in/authenticator.tsx"),
  route("sign-out", "routes/sign-in/sign-out.tsx"),
  route("signed-out/:locale", "routes/sign-in/signed-out.ts"),
  route("recover", "routes/sign-in/recover.tsx"),
  route("join", "routes/sign-in/join.tsx"),
  route("join/keys", "routes/sign-in/join-keys.tsx"),
  route("join/words", "routes/sign-in/join-words.tsx"),
  route("join/second-factor", "routes/sign-in/join-second-factor.tsx"),
];

const account = [
  route("account", "routes/account/account.tsx"),
  route("account/passphrase", "routes/account/passphrase.tsx"),
  route("account/waiting", "routes/account/waiting.tsx"),
  route("account/new-words", "routes/account/new-words.tsx"),
  route("account/code", "routes/account/code.tsx"),
  route("account/hat", "routes/account/hat.tsx"),
  route("account/sessions/end", "routes/account/end-session.tsx"),
];

const reporter = [
  route("reports", "routes/reporter/reports.tsx"),
  route("reports/new", "routes/reporter/report-new.tsx"),
  route("reports/draft/:draftId", "routes/reporter/draft.tsx"),
  route("reports/draft/:draftId/check", "routes/reporter/draft-check.tsx"),
  route("reports/draft/:draftId/mask", "routes/reporter/draft-mask.tsx"),
  route("reports/draft/:draftId/discard", "routes/reporter/draft-discard.tsx"),
  route("reports/draft/:draftId/:question", "routes/reporter/draft-question.tsx"),
  route("reports/:caseId", "routes/reporter/report.tsx"),
  route("reports/:caseId/sent", "routes/reporter/report-sent.tsx"),
  route("reports/:caseId/messages", "routes/reporter/report-messages.tsx"),
  route("reports/:caseId/messages/read", "routes/reporter/report-messages-read.tsx"),
  route("reports/:caseId/add", "routes/reporter/report-add.tsx"),
  route("reports/:caseId/published", "routes/reporter/report-published.tsx"),
  route("reports/:caseId/consent", "routes/reporter/report-consent.tsx"),
  route("reports/:caseId/withdraw", "routes/reporter/report-withdraw.tsx"),
  route("reports/:caseId/erase", "routes/reporter/report-erase.tsx"),
  route("reports/erased", "routes/reporter/report-erased.tsx"),
];

/** Reports without an account: the way in, the way back, and the team's link. What is reported goes through `reporter`. */
const receipts = [
  route("start/:code", "routes/receipts/start.tsx"),
  route("receipt", "routes/receipts/receipt.tsx"),
  route("receipt/keep", "routes/receipts/receipt-keep.tsx"),
  route("receipt/words", "routes/receipts/receipt-words.tsx"),
  route("report-link", "routes/receipts/report-link.tsx"),
  route("report-link/withdraw", "routes/receipts/report-link-withdraw.tsx"),
  route("cases/:caseId/bind", "routes/receipts/case-bind.tsx"),
];

const casework = [
  route("queue", "routes/casework/queue.tsx"),
  route("queue/filters", "routes/casework/queue-filters.tsx"),
  route("queue/filters/:filterId", "routes/casework/queue-filter.tsx"),
  route("queue/filters/:filterId/delete", "routes/casework/queue-filter-delete.tsx"),
  route("queue/chosen", "routes/casework/queue-chosen.tsx"),
  route("queue/chosen/assign", "routes/casework/queue-chosen-assign.tsx"),
  route("queue/chosen/urgency", "routes/casework/queue-chosen-urgency.tsx"),
  route("queue/chosen/list", "routes/casework/queue-chosen-list.tsx"),
  route("queue/chosen/cases", "routes/casework/queue-chosen-cases.tsx"),
  route("queue/lists", "routes/casework/queue-lists.tsx"),
  route("queue/lists/:listId", "routes/casework/queue-list.tsx"),
  route("queue/lists/:listId/delete", "routes/casework/queue-list-delete.tsx"),
  route("queue/lists/:listId/file", "routes/casework/queue-list-file.tsx"),
  route("state-notes", "routes/casework/state-notes.tsx"),
  route("state-notes/new", "routes/casework/state-note-new.tsx"),
  route("state-notes/:noteId", "routes/casework/state-note.tsx"),
  route("state-notes/:noteId/change", "routes/casework/state-note-change.tsx"),
  route("state-notes/:noteId/take", "routes/casework/state-note-take.tsx"),
  route("state-notes/:noteId/end", "routes/casework/state-note-end.tsx"),
  route("keyboard", "routes/casework/keyboard.tsx"),
  route("search", "routes/casework/search.tsx"),
  route("assigned", "routes/casework/assigned.tsx"),
  route("work", "routes/casework/work.tsx"),
  route("work/calendar", "routes/casework/work-calendar.tsx"),
  route("work/calendar.ics", "routes/casework/work-calendar-file.ts"),
  route("work/hand-over", "routes/casework/work-hand-over.tsx"),
  route("cases/:caseId", "routes/casework/case.tsx"),
  route("cases/:caseId/status", "routes/casework/case-status.tsx"),
  route("cases/:caseId/urgency", "routes/casework/case-urgency.tsx"),
  route("cases/:caseId/assessment", "routes/casework/case-assessment.tsx"),
  route("cases/:caseId/institution", "routes/casework/case-institution.tsx"),
  route("cases/:caseId/institution/new", "routes/casework/case-institution-new.tsx"),
  route("cases/:caseId/relations", "routes/casework/case-relations.tsx"),
  route("cases/:caseId/relations/new", "routes/casework/case-relation-new.tsx"),
  route("cases/:caseId/relations/measure", "routes/casework/case-relation-measure.tsx"),
  route("cases/:caseId/relations/:relationId/remove", "routes/casework/case-relation-remove.tsx"),
  route("cases/:caseId/merge", "routes/casework/case-merge.tsx"),
  route("cases/:caseId/unmerge", "routes/casework/case-unmerge.tsx"),
  route("cases/:caseId/assign", "routes/casework/case-assign.tsx"),
  route("cases/:caseId/messages", "routes/casework/case-messages.tsx"),
  route("cases/:caseId/messages/read", "routes/casework/case-messages-read.tsx"),
  route("cases/:caseId/wall", "routes/casework/case-wall.tsx"),
  route("cases/walled", "routes/casework/case-walled.tsx"),
  route("cases/:caseId/note", "routes/casework/case-note.tsx"),
  route("cases/:caseId/remedies", "routes/casework/case-remedies.tsx"),
  route("cases/:caseId/remedies/new", "routes/casework/case-remedy-new.tsx"),
  route("cases/:caseId/remedies/:remedyId", "routes/casework/case-remedy.tsx"),
  route("cases/:caseId/remedies/:remedyId/end", "routes/casework/case-remedy-end.tsx"),
  route("cases/:caseId/outcome", "routes/casework/case-outcome.tsx"),
  route("cases/:caseId/tasks", "routes/casework/case-tasks.tsx"),
  route("cases/:caseId/tasks/new", "routes/casework/case-task-new.tsx"),
  route("cases/:caseId/tasks/:taskId", "routes/casework/case-task.tsx"),
  route("cases/:caseId/tasks/:taskId/end", "routes/casework/case-task-end.tsx"),
  route("cases/:caseId/tasks/:taskId/reopen", "routes/casework/case-task-reopen.tsx"),
];

const registers = [
  route("institutions", "routes/registers/institutions.tsx"),
  route("institutions/new", "routes/registers/institution-new.tsx"),
  route("institutions/:institutionId", "routes/registers/institution.tsx"),
  route("institutions/:institutionId/edit", "routes/registers/institution-edit.tsx"),
  route("institutions/:institutionId/confirm", "routes/registers/institution-confirm.tsx"),
  route("institutions/:institutionId/reply", "routes/registers/institution-reply.tsx"),
  route("institutions/:institutionId/fold", "routes/registers/institution-fold.tsx"),
];

const evidence = [
  route("reports/:caseId/files", "routes/reporter/report-files.tsx"),
  route("reports/:caseId/files/:fileId", "routes/reporter/report-file.tsx"),
  route("reports/:caseId/files/:fileId/copy", "routes/reporter/report-file-copy.ts"),
  route("reports/:caseId/files/:fileId/pictures/:number", "routes/reporter/report-file-picture.ts"),
  route("reports/:caseId/files/:fileId/original", "routes/reporter/report-file-original.tsx"),
  route("reports/:caseId/files/:fileId/discard", "routes/reporter/report-file-discard.tsx"),
  route("cases/:caseId/files", "routes/casework/case-files.tsx"),
  route("cases/:caseId/files/:fileId", "routes/casework/case-file.tsx"),
  route("cases/:caseId/files/:fileId/pictures/:number", "routes/casework/case-file-picture.ts"),
  route("cases/:caseId/files/:fileId/original", "routes/casework/case-file-original.tsx"),
];

const referrals = [
  route("reports/:caseId/referrals", "routes/reporter/report-referrals.tsx"),
  route("reports/:caseId/referrals/:referralId", "routes/reporter/report-referral.tsx"),
  route("cases/:caseId/referrals", "routes/casework/case-referrals.tsx"),
  route("cases/:caseId/referrals/new", "routes/casework/case-referral-new.tsx"),
  route("cases/:caseId/referrals/:referralId", "routes/casework/case-referral.tsx"),
  route("cases/:caseId/referrals/:referralId/change", "routes/casework/case-referral-change.tsx"),
  route("cases/:caseId/referrals/:referralId/bundle", "routes/casework/case-referral-take.tsx"),
  route("cases/:caseId/referrals/:referralId/end", "routes/casework/case-referral-end.tsx"),
];

const stories = [
  route("reports/:caseId/stories/:storyId", "routes/reporter/report-story.tsx"),
  route("cases/:caseId/stories", "routes/casework/case-stories.tsx"),
  route("cases/:caseId/stories/new", "routes/casework/case-story-new.tsx"),
  route("cases/:caseId/stories/:storyId", "routes/casework/case-story.tsx"),
  route("cases/:caseId/stories/:storyId/change", "routes/casework/case-story-change.tsx"),
  route("cases/:caseId/stories/:storyId/end", "routes/casework/case-story-end.tsx"),
  route("briefing-drafts/:briefingId/stories", "routes/analysis/briefing-stories.tsx"),
];

const names = [
  route("briefing-drafts/:briefingId/names", "routes/analysis/briefing-names.tsx"),
  route("briefing-drafts/:briefingId/names/new", "routes/analysis/briefing-name-new.tsx"),
  route("briefing-drafts/:briefingId/names/:namingId", "routes/analysis/briefing-name.tsx"),
  route("briefing-drafts/:briefingId/names/:namingId/end", "routes/analysis/briefing-name-end.tsx"),
];

/** Surveys as those see them who plan them and who analyse them. */
const surveys = [
  route("surveys", "routes/surveys/surveys.tsx"),
  route("surveys/new", "routes/surveys/survey-new.tsx"),
  route("surveys/contacts", "routes/surveys/survey-contacts.tsx"),
  route("surveys/contacts/:contactId/delete", "routes/surveys/survey-contact-delete.tsx"),
  route("surveys/:waveId", "routes/surveys/survey.tsx"),
  route("surveys/:waveId/change", "routes/surveys/survey-change.tsx"),
  route("surveys/:waveId/panel", "routes/surveys/survey-panel.tsx"),
  route("surveys/:waveId/panel/:invitedId", "routes/surveys/survey-invited.tsx"),
  route("surveys/:waveId/codes", "routes/surveys/survey-codes.tsx"),
  route("surveys/:waveId/link", "routes/surveys/survey-link.tsx"),
  route("surveys/:waveId/link/withdraw", "routes/surveys/survey-link-withdraw.tsx"),
  route("surveys/:waveId/reminders", "routes/surveys/survey-reminders.tsx"),
  route("surveys/:waveId/reminders.csv", "routes/surveys/survey-reminders-file.ts"),
  route("surveys/:waveId/end", "routes/surveys/survey-end.tsx"),
  route("survey-answers", "routes/surveys/survey-answers.tsx"),
  route("survey-answers/:waveId/hand-over", "routes/surveys/survey-hand-over.tsx"),
];

/** Questionnaires as coordinators build them. */
const questionnaires = [
  route("questionnaires", "routes/questionnaires/questionnaires.tsx"),
  route("questionnaires/new", "routes/questionnaires/questionnaire-new.tsx"),
  route("questionnaires/import", "routes/questionnaires/questionnaire-import.tsx"),
  route("questionnaires/versions/:digest", "routes/questionnaires/questionnaire-version.tsx"),
  route("questionnaires/versions/:digest/preview", "routes/questionnaires/questionnaire-version-preview.tsx"),
  route("questionnaires/versions/:digest/take", "routes/questionnaires/questionnaire-version-take.tsx"),
  route("questionnaires/versions/:digest/file/:format", "routes/questionnaires/questionnaire-version-file.ts"),
  route("questionnaires/:questionnaireId", "routes/questionnaires/questionnaire.tsx"),
  route("questionnaires/:questionnaireId/whole", "routes/questionnaires/questionnaire-whole.tsx"),
  route("questionnaires/:questionnaireId/check", "routes/questionnaires/questionnaire-check.tsx"),
  route("questionnaires/:questionnaireId/preview", "routes/questionnaires/questionnaire-preview.tsx"),
  route("questionnaires/:questionnaireId/take", "routes/questionnaires/questionnaire-take.tsx"),
  route("questionnaires/:questionnaireId/file/:format", "routes/questionnaires/questionnaire-file.ts"),
  route("questionnaires/:questionnaireId/discard", "routes/questionnaires/questionnaire-discard.tsx"),
  route("questionnaires/:questionnaireId/new-page", "routes/questionnaires/questionnaire-page-new.tsx"),
  route("questionnaires/:questionnaireId/pages/:pageName", "routes/questionnaires/questionnaire-page.tsx"),
  route(
    "questionnaires/:questionnaireId/pages/:pageName/delete",
    "routes/questionnaires/questionnaire-page-delete.tsx",
  ),
  route(
    "questionnaires/:questionnaireId/pages/:pageName/condition",
    "routes/questionnaires/questionnaire-page-condition.tsx",
  ),
  route(
    "questionnaires/:questionnaireId/pages/:pageName/new-question",
    "routes/questionnaires/questionnaire-question-new.tsx",
  ),
  route("questionnaires/:questionnaireId/pages/:pageName/new-end", "routes/questionnaires/questionnaire-end-new.tsx"),
  route("questionnaires/:questionnaireId/pages/:pageName/ends/:endName", "routes/questionnaires/questionnaire-end.tsx"),
  route(
    "questionnaires/:questionnaireId/pages/:pageName/ends/:endName/delete",
    "routes/questionnaires/questionnaire-end-delete.tsx",
  ),
  route("questionnaires/:questionnaireId/questions/:questionName", "routes/questionnaires/questionnaire-question.tsx"),
  route(
    "questionnaires/:questionnaireId/questions/:questionName/kind",
    "routes/questionnaires/questionnaire-question-kind.tsx",
  ),
  route(
    "questionnaires/:questionnaireId/questions/:questionName/condition",
    "routes/questionnaires/questionnaire-question-condition.tsx",
  ),
  route(
    "questionnaires/:questionnaireId/questions/:questionName/move",
    "routes/questionnaires/questionnaire-question-move.tsx",
  ),
  route(
    "questionnaires/:questionnaireId/questions/:questionName/delete",
    "routes/questionnaires/questionnaire-question-delete.tsx",
  ),
  route("questionnaires/:questionnaireId/translate/:language", "routes/questionnaires/questionnaire-translations.tsx"),
  route(
    "questionnaires/:questionnaireId/translate/:language/:pageName",
    "routes/questionnaires/questionnaire-translation.tsx",
  ),
];

const administration = [
  route("organisation", "routes/administration/organisation.tsx"),
  route("organisation/invite", "routes/administration/organisation-invite.tsx"),
  route("organisation/invitations/:invitationId/withdraw", "routes/administration/organisation-withdraw.tsx"),
  route("organisation/members/:userId/remove", "routes/administration/organisation-remove.tsx"),
  route("organisations", "routes/administration/organisations.tsx"),
  route("organisations/invite", "routes/administration/organisations-invite.tsx"),
  route("organisations/:organisationId/invite-again", "routes/administration/organisations-invite-again.tsx"),
  route("organisations/invitations/:invitationId/withdraw", "routes/administration/organisations-withdraw.tsx"),
  route("people", "routes/administration/people.tsx"),
  route("people/propose", "routes/administration/people-propose.tsx"),
  route("people/proposals/:invitationId", "routes/administration/people-approve.tsx"),
  route("people/proposals/:invitationId/withdraw", "routes/administration/people-withdraw.tsx"),
  route("people/:userId/lock", "routes/administration/people-lock.tsx"),
  route("people/keys", "routes/administration/people-keys.tsx"),
  route("people/authenticator", "routes/administration/people-authenticator.tsx"),
];

export default [
  ...open,
  ...signIn,
  ...account,
  ...reporter,
  ...receipts,
  ...respondent,
  ...casework,
  ...registers,
  ...evidence,
  ...referrals,
  ...stories,
  ...names,
  ...surveys,
  ...questionnaires,
  ...administration,
  ...analysis,
] satisfies RouteConfig;
