-- CreateTable
CREATE TABLE "survey_makeups" (
    "wave_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "survey_makeups_pkey" PRIMARY KEY ("wave_id")
);

-- For the analysts: how many were asked of which region and size. The team writes it anew and cannot read it back.
CALL app.protect('survey_makeups');
CALL app.allow('survey_makeups', 'intake', 'select (wave_id) insert delete',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_makeups', 'analyst', 'select',
  'EXISTS (SELECT FROM public.survey_waves w WHERE w.id = wave_id AND w.team_id = @team)');
CALL app.allow('survey_makeups', 'job', 'select (wave_id) delete', 'true');
