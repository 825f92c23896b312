-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "sessions" (
    "id" TEXT NOT NULL,
    "user_id" UUID,
    "sealed" BYTEA NOT NULL,
    "expires_hour" INTEGER NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submissions" (
    "id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "expires_hour" INTEGER NOT NULL,

    CONSTRAINT "submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approvals" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "week" DATE NOT NULL,

    CONSTRAINT "approvals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "class" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "own_entries" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "own_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefings" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "briefings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "table_sets" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed_facts" BYTEA,

    CONSTRAINT "table_sets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "briefing_comments" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "briefing_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "releases" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "released_on" DATE NOT NULL,
    "text_hash" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "withdrawn_on" DATE,
    "content" JSONB NOT NULL,

    CONSTRAINT "releases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_files" (
    "release_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "release_files_pkey" PRIMARY KEY ("release_id","path")
);

-- CreateTable
CREATE TABLE "ledger_entries" (
    "id" UUID NOT NULL,
    "release_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "ledger_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_drafts" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "case_drafts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "organisation_id" UUID,
    "team_id" UUID NOT NULL,
    "assigned_user_id" UUID,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "created_week" DATE NOT NULL,
    "delete_after_month" DATE NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "sealed_facets" BYTEA NOT NULL,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_assessments" (
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_assessments_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_events" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_notes" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facet_inbox" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "facet_inbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "facet_blocks" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "facet_blocks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "handle" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "public_key_mac" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,
    "passphrase_salt" BYTEA NOT NULL,
    "auth_hash" BYTEA NOT NULL,
    "sealed_by_passphrase" BYTEA NOT NULL,
    "sealed_by_recovery" BYTEA NOT NULL,
    "recovery_auth_hash" BYTEA NOT NULL,
    "sealed_second_factor" BYTEA NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hats" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "team_id" UUID,
    "organisation_id" UUID,
    "is_owner" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "hats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "group_keys" (
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "public_key" BYTEA NOT NULL,
    "public_key_mac" BYTEA NOT NULL,
    "sealed_previous" BYTEA,
    "rotation_due" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "group_keys_pkey" PRIMARY KEY ("name","version")
);

-- CreateTable
CREATE TABLE "wraps" (
    "id" UUID NOT NULL,
    "object_kind" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "object_version" INTEGER NOT NULL,
    "recipient_kind" TEXT NOT NULL,
    "recipient_id" TEXT NOT NULL,
    "recipient_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "wraps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "walled" BOOLEAN NOT NULL DEFAULT false,
    "walls_id" UUID,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "role" TEXT NOT NULL,
    "team_id" UUID,
    "organisation_id" UUID,
    "is_owner" BOOLEAN NOT NULL DEFAULT false,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "user_id" UUID,
    "expires_on" DATE NOT NULL,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference_entries" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "reference_entries_pkey" PRIMARY KEY ("list","code")
);

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "approvals_subject_user_id_text_hash_key" ON "approvals"("subject", "user_id", "text_hash");

-- CreateIndex
CREATE INDEX "own_entries_user_id_idx" ON "own_entries"("user_id");

-- CreateIndex
CREATE INDEX "table_sets_briefing_id_idx" ON "table_sets"("briefing_id");

-- CreateIndex
CREATE INDEX "briefing_comments_briefing_id_idx" ON "briefing_comments"("briefing_id");

-- CreateIndex
CREATE UNIQUE INDEX "releases_briefing_id_key" ON "releases"("briefing_id");

-- CreateIndex
CREATE UNIQUE INDEX "releases_slug_key" ON "releases"("slug");

-- CreateIndex
CREATE INDEX "ledger_entries_release_id_idx" ON "ledger_entries"("release_id");

-- CreateIndex
CREATE INDEX "case_drafts_organisation_id_idx" ON "case_drafts"("organisation_id");

-- CreateIndex
CREATE INDEX "cases_team_id_id_idx" ON "cases"("team_id", "id");

-- CreateIndex
CREATE INDEX "cases_organisation_id_idx" ON "cases"("organisation_id");

-- CreateIndex
CREATE INDEX "cases_assigned_user_id_idx" ON "cases"("assigned_user_id");

-- CreateIndex
CREATE INDEX "case_events_case_id_idx" ON "case_events"("case_id");

-- CreateIndex
CREATE INDEX "case_notes_case_id_idx" ON "case_notes"("case_id");

-- CreateIndex
CREATE INDEX "facet_inbox_team_id_idx" ON "facet_inbox"("team_id");

-- CreateIndex
CREATE INDEX "facet_blocks_team_id_idx" ON "facet_blocks"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "users_handle_key" ON "users"("handle");

-- CreateIndex
CREATE INDEX "hats_user_id_idx" ON "hats"("user_id");

-- CreateIndex
CREATE INDEX "wraps_recipient_id_object_kind_idx" ON "wraps"("recipient_id", "object_kind");

-- CreateIndex
CREATE UNIQUE INDEX "wraps_object_kind_object_id_object_version_recipient_kind_r_key" ON "wraps"("object_kind", "object_id", "object_version", "recipient_kind", "recipient_id");

-- CreateIndex
CREATE INDEX "organisations_team_id_idx" ON "organisations"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_code_hash_key" ON "invitations"("code_hash");

-- AddForeignKey
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "releases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hats" ADD CONSTRAINT "hats_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
