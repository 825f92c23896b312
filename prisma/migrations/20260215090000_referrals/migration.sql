-- CreateTable
CREATE TABLE "referrals" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "expires_on" DATE NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_record" BYTEA NOT NULL,
    "sealed_content" BYTEA,

    CONSTRAINT "referrals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "referrals_case_id_idx" ON "referrals"("case_id");

-- The team prepares and takes out, the lead reads; the reporter reads, agrees and takes back, and never the team's part.
-- A referral is never moved to another case. The sweep knows the day and throws away what was to be sent.
CALL app.protect('referrals');
CALL app.allow('referrals', 'intake', 'select insert update (version, expires_on, sealed, sealed_record, sealed_content) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('referrals', 'lead', 'select',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('referrals', 'reporter',
  'select (id, case_id, version, expires_on, sealed_record, sealed_content) update (version, sealed_record, sealed_content)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('referrals', 'receipt',
  'select (id, case_id, version, expires_on, sealed_record, sealed_content) update (version, sealed_record, sealed_content)',
  'case_id = @case');
CALL app.allow('referrals', 'job', 'select (id, expires_on) update (sealed_content)', 'true');

-- What the function below reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.referrals FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.referrals FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));

-- Whatever hangs on a case goes with it: the newest of these functions names all of it. A report by receipt is erased by
-- whoever holds its words, and by nobody else, also after it was bound to an organisation. Which cases a
-- list for export holds is sealed, so all lists of the team go with a case: whoever needs one asks again.
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
  DELETE FROM public.referrals WHERE case_id = target;
  DELETE FROM public.remedies WHERE case_id = target;
  DELETE FROM public.tasks WHERE case_id = target;
  RETURN true;
END $$;
