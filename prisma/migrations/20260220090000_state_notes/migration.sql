-- CreateTable
CREATE TABLE "state_notes" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "content_key_version" INTEGER NOT NULL,
    "expires_on" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_content" BYTEA,

    CONSTRAINT "state_notes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "state_notes_team_id_idx" ON "state_notes"("team_id");

-- The coordinators of a team, and nobody beside them. The sweep knows the day, and no word.
CALL app.protect('state_notes');
CALL app.allow('state_notes', 'intake',
  'select insert update (version, key_version, content_key_version, sealed, sealed_content) delete', 'team_id = @team');
CALL app.allow('state_notes', 'job', 'select (id, expires_on) update (sealed_content) delete', 'true');
