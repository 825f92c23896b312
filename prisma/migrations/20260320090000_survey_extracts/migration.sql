-- CreateTable
CREATE TABLE "survey_extracts" (
    "wave_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_extracts_pkey" PRIMARY KEY ("wave_id")
);

-- What was given to researchers of a wave: written once, and never changed, for a second one could be subtracted from it.
CALL app.protect('survey_extracts');
CALL app.allow('survey_extracts', 'analyst', 'select insert',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_extracts', 'job', 'select (wave_id) delete', 'true');
