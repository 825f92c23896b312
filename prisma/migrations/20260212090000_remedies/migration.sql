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

-- What was tried goes with its case.
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
  DELETE FROM public.remedies WHERE case_id = target;
  RETURN true;
END $$;

-- What the function reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.remedies FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.remedies FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
