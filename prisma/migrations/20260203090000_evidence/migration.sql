-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "object_name" TEXT,
    "object_bytes" INTEGER NOT NULL,
    "sealed_key" BYTEA,
    "copy_name" TEXT,
    "copy_bytes" INTEGER NOT NULL,
    "sealed_copy_key" BYTEA,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_case_id_idx" ON "files"("case_id");

-- Whoever reads a case reads what backs it. It comes from the reporter alone, who may take an original back; what was said of it
-- stays. The sweep knows names of objects and nothing else.
CALL app.protect('files');
CALL app.allow('files', 'intake', 'select', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('files', 'lead', 'select', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('files', 'reporter', 'select insert update (object_name, object_bytes, sealed_key)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('files', 'job', 'select (id, object_name, copy_name)', 'true');

-- Erasing a case takes its files' keys and names with it, in the same transaction.
CREATE OR REPLACE FUNCTION app.erase_case(target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET status = 'erased', version = version + 1, organisation_id = NULL, assigned_user_id = NULL,
      created_week = date_trunc('month', created_week)::date, sealed_body = ''::bytea, sealed_facets = ''::bytea
    WHERE id = target AND organisation_id = app.ctx('organisation')::uuid AND status = 'withdrawn_by_reporter';
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.wraps WHERE object_kind IN ('case', 'notes') AND object_id = target::text;
  DELETE FROM public.files WHERE case_id = target;
  DELETE FROM public.case_assessments WHERE case_id = target;
  DELETE FROM public.case_events WHERE case_id = target;
  DELETE FROM public.case_notes WHERE case_id = target;
  RETURN true;
END $$;

CREATE POLICY owner_select ON public.files FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.files FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
