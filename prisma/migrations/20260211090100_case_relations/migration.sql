-- CreateTable
CREATE TABLE "case_relations" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_relations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_relations_case_id_idx" ON "case_relations"("case_id");

-- The team and the lead, nobody else. A relation is made and taken back, never rewritten.
CALL app.protect('case_relations');
CALL app.allow('case_relations', 'intake', 'select insert delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('case_relations', 'lead', 'select insert delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');


-- What the function reaches when the owner of the tables is no superuser.
DO $$
DECLARE
  command text;
BEGIN
  FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
    EXECUTE format('CREATE POLICY owner_%1$s ON public.case_relations FOR %1$s TO app_owner
      USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = ''erased''))', command);
  END LOOP;
END $$;
