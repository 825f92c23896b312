-- CreateTable
CREATE TABLE "case_lists" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_lists_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_lists_team_id_idx" ON "case_lists"("team_id");

-- Written once, read by the team, taken away by anybody of it; never changed, for an approval stands for its very words.
CALL app.protect('case_lists');
CALL app.allow('case_lists', 'intake', 'select insert delete', 'team_id = @team');

-- Which cases a list holds is sealed, so all lists of the team go with a case: whoever needs one asks again.
CREATE OR REPLACE FUNCTION app.erase_case(target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET status = 'erased', version = version + 1, organisation_id = NULL, assigned_user_id = NULL,
      created_week = date_trunc('month', created_week)::date, sealed_body = ''::bytea, sealed_facets = ''::bytea
    WHERE id = target AND status = 'withdrawn_by_reporter'
      AND (id = app.ctx('case')::uuid OR organisation_id = app.ctx('organisation')::uuid
        AND NOT EXISTS (SELECT FROM public.receipts r WHERE r.id = target));
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.wraps WHERE object_kind IN ('case', 'notes') AND object_id = target::text;
  DELETE FROM public.case_assessments WHERE case_id = target;
  DELETE FROM public.case_events WHERE case_id = target;
  DELETE FROM public.case_notes WHERE case_id = target;
  DELETE FROM public.case_lists l USING public.cases c WHERE c.id = target AND l.team_id = c.team_id;
  DELETE FROM public.case_relations WHERE case_id = target;
  DELETE FROM public.files WHERE case_id = target;
  DELETE FROM public.messages WHERE case_id = target;
  DELETE FROM public.message_standings WHERE case_id = target;
  DELETE FROM public.receipts WHERE id = target;
  DELETE FROM public.remedies WHERE case_id = target;
  DELETE FROM public.tasks WHERE case_id = target;
  RETURN true;
END $$;

-- What the function reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.case_lists FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.team_id = case_lists.team_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.case_lists FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.team_id = case_lists.team_id AND c.status = 'erased'));
