-- CreateTable
CREATE TABLE "survey_instruments" (
    "digest" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "vouched_by" UUID NOT NULL,

    CONSTRAINT "survey_instruments_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "survey_instrument_drafts" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_instrument_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_waves" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "facts" JSONB,
    "vouched_by" UUID,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "ended_on" DATE,
    "is_read" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_waves_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_codes" (
    "id" TEXT NOT NULL,
    "wave_id" UUID NOT NULL,
    "by_link" BOOLEAN NOT NULL,
    "vouched_by" UUID NOT NULL,

    CONSTRAINT "survey_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_links" (
    "id" TEXT NOT NULL,
    "wave_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "vouched_by" UUID NOT NULL,

    CONSTRAINT "survey_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_panels" (
    "wave_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_panels_pkey" PRIMARY KEY ("wave_id")
);

-- CreateTable
CREATE TABLE "survey_replacements" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_replacements_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_drafts" (
    "id" TEXT NOT NULL,
    "wave_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answers" (
    "id" TEXT NOT NULL,
    "wave_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_participations" (
    "id" UUID NOT NULL,
    "wave_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "mark_key_version" INTEGER NOT NULL,
    "sealed_mark" BYTEA NOT NULL,

    CONSTRAINT "survey_participations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_contacts" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "delete_after" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_contacts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "survey_instrument_drafts_team_id_idx" ON "survey_instrument_drafts"("team_id");

-- CreateIndex
CREATE INDEX "survey_waves_team_id_idx" ON "survey_waves"("team_id");

-- CreateIndex
CREATE INDEX "survey_codes_wave_id_idx" ON "survey_codes"("wave_id");

-- CreateIndex
CREATE INDEX "survey_links_wave_id_idx" ON "survey_links"("wave_id");

-- CreateIndex
CREATE INDEX "survey_replacements_wave_id_idx" ON "survey_replacements"("wave_id");

-- CreateIndex
CREATE INDEX "survey_drafts_wave_id_idx" ON "survey_drafts"("wave_id");

-- CreateIndex
CREATE INDEX "survey_answers_wave_id_idx" ON "survey_answers"("wave_id");

-- CreateIndex
CREATE INDEX "survey_participations_wave_id_idx" ON "survey_participations"("wave_id");

-- CreateIndex
CREATE INDEX "survey_contacts_team_id_idx" ON "survey_contacts"("team_id");

-- Surveys. The context of somebody who answers is what their code gives: `code` finds that it is valid, `link` the open
-- link they came by; `answer` and `draft` take their words as well. Nobody but them reaches a row by it, and no row
-- tells which of these values belong together. Dates are for the application: it has the clock that tests can hold.

-- What is asked is public.
CALL app.protect('survey_instruments');
CALL app.allow('survey_instruments', 'intake', 'select insert', 'true');
CALL app.allow('survey_instruments', 'analyst editor guardian respondent public', 'select', 'true');

CALL app.protect('survey_instrument_drafts');
CALL app.allow('survey_instrument_drafts', 'intake', 'select insert update (version, key_version, sealed) delete', 'team_id = @team');

-- Coordinators of the team write; what two of them approved is there for its analysts, and for whoever holds a code of it.
-- Only a draft can be thrown away.
CALL app.protect('survey_waves');
CALL app.allow('survey_waves', 'intake',
  'select insert update (version, key_version, sealed, facts, vouched_by, opens_on, closes_on, ended_on)', 'team_id = @team');
CALL app.allow('survey_waves', 'intake', 'delete', 'team_id = @team AND facts IS NULL');
CALL app.allow('survey_waves', 'analyst', 'select update (is_read)', 'team_id = @team AND facts IS NOT NULL');
CALL app.allow('survey_waves', 'job', 'select (id, opens_on, closes_on, ended_on)', 'true');

-- Codes: the team knows which are valid and never which answer is whose. Whoever holds one sees that one alone; whoever
-- comes by the open link gets one, and sees of the others made so only that they are there, for there is a limit.
CALL app.protect('survey_codes');
CALL app.protect('survey_links');
CALL app.allow('survey_links', 'intake', 'select insert update (state)',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_links', 'respondent', 'select', 'id = (SELECT app.ctx(''link''))');
CALL app.allow('survey_links', 'job', 'select (id, wave_id) delete', 'true');
CALL app.allow('survey_codes', 'intake', 'select insert delete',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_codes', 'respondent', 'select', 'id = (SELECT app.ctx(''code''))
  OR by_link AND wave_id = (SELECT l.wave_id FROM public.survey_links l WHERE l.id = (SELECT app.ctx(''link'')))');
CALL app.allow('survey_codes', 'respondent', 'insert', 'by_link AND wave_id =
  (SELECT l.wave_id FROM public.survey_links l WHERE l.id = (SELECT app.ctx(''link'')) AND l.state = ''open'')');
CALL app.allow('survey_codes', 'job', 'select (id, wave_id) delete', 'true');
CALL app.allow('survey_waves', 'respondent', 'select (id, team_id, facts, vouched_by, opens_on, closes_on, ended_on)',
  'facts IS NOT NULL AND (id = (SELECT c.wave_id FROM public.survey_codes c WHERE c.id = (SELECT app.ctx(''code'')))
    OR id = (SELECT l.wave_id FROM public.survey_links l WHERE l.id = (SELECT app.ctx(''link''))))');

CALL app.protect('survey_panels');
CALL app.allow('survey_panels', 'intake', 'select insert update (version, key_version, sealed) delete',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_panels', 'job', 'select (wave_id) delete', 'true');

-- For the analysts: the team writes one and cannot read it back.
CALL app.protect('survey_replacements');
CALL app.allow('survey_replacements', 'intake', 'insert',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_replacements', 'analyst', 'select',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_replacements', 'job', 'select (id, wave_id) delete', 'true');

CALL app.protect('survey_drafts');
CALL app.allow('survey_drafts', 'respondent', 'select update (sealed) delete', 'id = (SELECT app.ctx(''draft''))');
CALL app.allow('survey_drafts', 'respondent', 'insert', 'id = (SELECT app.ctx(''draft''))
  AND wave_id = (SELECT c.wave_id FROM public.survey_codes c WHERE c.id = (SELECT app.ctx(''code'')))');
CALL app.allow('survey_drafts', 'job', 'select (id, wave_id) delete', 'true');

-- Coordinators reach no answer, not even to count. Who answers writes one and reads none: the own copy is the draft.
CALL app.protect('survey_answers');
CALL app.allow('survey_answers', 'respondent', 'select (id, wave_id) update (key_version, sealed)', 'id = (SELECT app.ctx(''answer''))');
CALL app.allow('survey_answers', 'respondent', 'insert', 'id = (SELECT app.ctx(''answer''))
  AND wave_id = (SELECT c.wave_id FROM public.survey_codes c WHERE c.id = (SELECT app.ctx(''code'')))');
CALL app.allow('survey_answers', 'analyst', 'select',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_answers', 'job', 'select (id, wave_id) delete', 'true');

-- What analysts hand over: the team reads its letter, they themselves the mark of what was in it.
CALL app.protect('survey_participations');
CALL app.allow('survey_participations', 'intake', 'select (id, wave_id, key_version, sealed)',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_participations', 'analyst', 'select (id, wave_id, mark_key_version, sealed_mark) insert',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_participations', 'job', 'select (id, wave_id) delete', 'true');

CALL app.protect('survey_contacts');
CALL app.allow('survey_contacts', 'intake', 'select delete', 'team_id = @team');
CALL app.allow('survey_contacts', 'analyst', 'insert', 'team_id = @team');
CALL app.allow('survey_contacts', 'job', 'select (id, delete_after) delete', 'true');
