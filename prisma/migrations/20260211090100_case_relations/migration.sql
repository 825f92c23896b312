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

-- What a case is related to goes with it. The other side keeps its own half, which names a case that nobody opens.
CREATE OR REPLACE FUNCTION app.erase_case(target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET status = 'erased', version = version + 1, organisation_id = NULL, assigned_user_id = NULL,
      created_week = date_trunc('month', created_week)::date, sealed_body = ''::bytea, sealed_facets = ''::bytea
    WHERE id = target AND organisation_id = app.ctx('organisation')::uuid AND status = 'withdrawn_by_reporter';
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.wraps WHERE object_kind IN ('case', 'notes') AND object_id = target::text;
  DELETE FROM public.case_assessments WHERE case_id = target;
  DELETE FROM public.case_events WHERE case_id = target;
  DELETE FROM public.case_notes WHERE case_id = target;
  DELETE FROM public.files WHERE case_id = target;
  DELETE FROM public.messages WHERE case_id = target;
  DELETE FROM public.message_standings WHERE case_id = target;
  DELETE FROM public.tasks WHERE case_id = target;
  DELETE FROM public.case_relations WHERE case_id = target;
  RETURN true;
END $$;

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
