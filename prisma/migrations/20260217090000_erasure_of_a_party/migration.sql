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

-- What the function reaches when the owner of the tables is no superuser. It locks an organisation and changes none. Cases
-- of one lie with its team or behind that team's wall, and the function sees both: `owner_select` on cases.
CREATE POLICY owner_select ON public.organisations FOR SELECT TO app_owner USING (state = 'imported');
CREATE POLICY owner_update ON public.organisations FOR UPDATE TO app_owner USING (state = 'imported') WITH CHECK (false);
CREATE POLICY owner_delete ON public.organisations FOR DELETE TO app_owner
  USING (state = 'imported' AND NOT EXISTS (SELECT FROM public.cases c WHERE c.organisation_id = organisations.id));

DO $$
DECLARE
  command text;
  of_party constant text := 'EXISTS (SELECT FROM public.organisations o WHERE o.state = ''imported'' AND %s)';
BEGIN
  FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
    EXECUTE format('ALTER POLICY owner_%s ON public.wraps
      USING (EXISTS (SELECT FROM public.cases c WHERE c.status = ''erased''
        AND c.id = CASE WHEN object_kind IN (''case'', ''notes'') THEN object_id::uuid END) OR %s)', command,
      format(of_party, 'CASE object_kind WHEN ''organisation'' THEN object_id = o.id::text WHEN ''group'' THEN object_id = ''org/'' || o.id END'));
    EXECUTE format('CREATE POLICY owner_%1$s ON public.group_keys FOR %1$s TO app_owner USING (%2$s)', command,
      format(of_party, 'name = ''org/'' || o.id'));
  END LOOP;
END $$;
