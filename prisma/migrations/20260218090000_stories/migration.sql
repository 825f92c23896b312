-- CreateTable
CREATE TABLE "stories" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,
    "sealed_record" BYTEA NOT NULL,
    "sealed_letter" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "stories_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "stories_case_id_idx" ON "stories"("case_id");

-- Coordinators and the assigned lead write; the reporter reads the very text, approves and takes back, and never the team's
-- part. Editors and guardians read the letter and never whose case it is: no role sees that column beside an open text.
-- A story is never moved to another case.
CALL app.protect('stories');
CALL app.allow('stories', 'intake',
  'select insert update (version, sealed, sealed_record, sealed_letter, key_version) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('stories', 'lead',
  'select insert update (version, sealed, sealed_record, sealed_letter, key_version) delete',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('stories', 'reporter',
  'select (id, case_id, version, sealed_record, sealed_letter, key_version) update (version, sealed_record, sealed_letter, key_version)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('stories', 'receipt',
  'select (id, case_id, version, sealed_record, sealed_letter, key_version) update (version, sealed_record, sealed_letter, key_version)',
  'case_id = @case');
CALL app.allow('stories', 'editor guardian', 'select (id, version, sealed_letter, key_version)', 'true');

-- What the function below reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.stories FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.stories FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = 'erased'));

-- Whatever hangs on a case goes with it: the newest of these functions names all of it. A report by receipt is erased by
-- whoever holds its words, and by nobody else, also after it was bound to an organisation. Which cases a
-- list for export holds is sealed, so all lists of the team go with a case: whoever needs one asks again. An organisation
-- to which nobody belongs is known to the team by its cases alone: name, key and all go with the last of them.
CREATE OR REPLACE FUNCTION app.erase_case(target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE
  party uuid;
BEGIN
  SELECT organisation_id INTO party FROM public.cases WHERE id = target;
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
  DELETE FROM public.stories WHERE case_id = target;
  DELETE FROM public.tasks WHERE case_id = target;
  -- Held first, for somebody may be binding another case to it at this moment.
  PERFORM FROM public.organisations WHERE id = party AND state = 'imported' FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT FROM public.cases WHERE organisation_id = party) THEN
    DELETE FROM public.wraps WHERE object_kind = 'organisation' AND object_id = party::text
      OR object_kind = 'group' AND object_id = 'org/' || party;
    DELETE FROM public.group_keys WHERE name = 'org/' || party;
    DELETE FROM public.organisations WHERE id = party;
  END IF;
  RETURN true;
END $$;
