-- CreateTable
CREATE TABLE "survey_codings" (
    "wave_id" UUID NOT NULL,
    "coder_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_codings_pkey" PRIMARY KEY ("wave_id","coder_id")
);

-- CreateTable
CREATE TABLE "survey_settlements" (
    "wave_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_settlements_pkey" PRIMARY KEY ("wave_id")
);

-- Codes of texts: analysts of the team read them all, for two coders are compared, and each writes their own.
CALL app.protect('survey_codings');
CALL app.allow('survey_codings', 'analyst', 'select',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_codings', 'analyst', 'insert update (version, key_version, sealed)', 'coder_id = @user AND
  EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_codings', 'job', 'select (wave_id) delete', 'true');

-- What both coders use, and what was settled where they differed.
CALL app.protect('survey_settlements');
CALL app.allow('survey_settlements', 'analyst', 'select insert update (version, key_version, sealed)',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_settlements', 'job', 'select (wave_id) delete', 'true');
