-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "tasks_case_id_idx" ON "tasks"("case_id");

-- The team and the lead, nobody else. A task is never moved to another case: only its words and its version change.
CALL app.protect('tasks');
CALL app.allow('tasks', 'intake', 'select insert update (version, sealed) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('tasks', 'lead', 'select insert update (version, sealed) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');

-- Erasing a case takes its tasks along. The same function as before, with one more line.
CREATE OR REPLACE FUNCTION app.erase_case(target uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET status = 'erased', version = version + 1, organisation_id = NULL, assigned_user_id = NULL,
      created_week = date_trunc('month', created_week)::date, sealed_body = ''::bytea, sealed_facets = ''::bytea
    WHERE id = target AND organisation_id = app.ctx('organisation')::uuid AND status = 'withdrawn_by_reporter';
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.wraps WHERE object_kind IN ('case', 'notes') AND object_id = target::text;
  DELETE FROM public.case_assessments WHERE case_id = target;
  DELETE FROM public.case_events WHERE case_id = target;
  DELETE FROM public.case_notes WHERE case_id = target;
  DELETE FROM public.messages WHERE case_id = target;
  DELETE FROM public.message_standings WHERE case_id = target;
  DELETE FROM public.tasks WHERE case_id = target;
  RETURN true;
END $$;

-- What the function reaches when the owner of the tables is no superuser: what hangs on a case that is erased.
CREATE POLICY owner_select ON public.tasks FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.tasks FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
