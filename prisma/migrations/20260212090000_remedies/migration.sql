-- CreateTable
CREATE TABLE "remedies" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "remedies_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "remedies_case_id_idx" ON "remedies"("case_id");

-- The team and the lead write what they have tried; the reporter reads it. A remedy is never moved to another case.
CALL app.protect('remedies');
CALL app.allow('remedies', 'intake', 'select insert update (version, sealed) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('remedies', 'lead', 'select insert update (version, sealed) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('remedies', 'reporter', 'select',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('remedies', 'receipt', 'select', 'case_id = @case');


-- What the function reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.remedies FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.remedies FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
