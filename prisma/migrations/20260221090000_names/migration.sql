-- CreateTable
CREATE TABLE "institution_namings" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "blind_key_version" INTEGER NOT NULL,
    "sealed_blind" BYTEA NOT NULL,

    CONSTRAINT "institution_namings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "institution_namings_briefing_id_idx" ON "institution_namings"("briefing_id");

-- Editors propose, and take back; guardians refuse. Both only while the briefing is a draft, so that what was approved for a release
-- stays with it. An analyst reads the part without a name, and nothing is ever changed.
CALL app.protect('institution_namings');
CALL app.allow('institution_namings', 'editor guardian', 'select', 'true');
CALL app.allow('institution_namings', 'editor', 'insert delete',
  'EXISTS (SELECT FROM public.briefings b WHERE b.id = briefing_id AND b.state = ''draft'')');
CALL app.allow('institution_namings', 'guardian', 'delete',
  'EXISTS (SELECT FROM public.briefings b WHERE b.id = briefing_id AND b.state = ''draft'')');
CALL app.allow('institution_namings', 'analyst', 'select (id, briefing_id, blind_key_version, sealed_blind)', 'true');
