-- What is left of a case that its reporter has erased: an id, a team and a month. Its keys go first of all, with them
-- everything that was ever copied of it. One function with its owner's rights, because no reporter may see or touch the
-- team's keys, judgement and notes, and because the row it leaves behind belongs to no organisation any more.

CREATE FUNCTION app.erase_case(target uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET status = 'erased', version = version + 1, organisation_id = NULL, assigned_user_id = NULL,
      created_week = date_trunc('month', created_week)::date, sealed_body = ''::bytea, sealed_facets = ''::bytea
    WHERE id = target AND organisation_id = app.ctx('organisation')::uuid AND status = 'withdrawn_by_reporter';
  IF NOT FOUND THEN RETURN false; END IF;
  DELETE FROM public.wraps WHERE object_kind IN ('case', 'notes') AND object_id = target::text;
  DELETE FROM public.case_assessments WHERE case_id = target;
  DELETE FROM public.case_events WHERE case_id = target;
  DELETE FROM public.case_notes WHERE case_id = target;
  RETURN true;
END $$;
REVOKE ALL ON FUNCTION app.erase_case(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.erase_case(uuid) TO app_reporter;

-- What the function reaches when the owner of the tables is no superuser: one withdrawn case of the acting organisation,
-- then what hangs on a case that is erased.
CREATE POLICY owner_select ON public.cases FOR SELECT TO app_owner
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid OR status = 'erased');
CREATE POLICY owner_update ON public.cases FOR UPDATE TO app_owner
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid AND status = 'withdrawn_by_reporter')
  WITH CHECK (organisation_id IS NULL AND status = 'erased');

DO $$
DECLARE
  target text;
  command text;
BEGIN
  FOREACH target IN ARRAY ARRAY['case_assessments', 'case_events', 'case_notes'] LOOP
    FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
      EXECUTE format('CREATE POLICY owner_%1$s ON public.%2$I FOR %1$s TO app_owner
        USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = ''erased''))', command, target);
    END LOOP;
  END LOOP;
  FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
    EXECUTE format('CREATE POLICY owner_%1$s ON public.wraps FOR %1$s TO app_owner
      USING (EXISTS (SELECT FROM public.cases c WHERE c.status = ''erased''
        AND c.id = CASE WHEN object_kind IN (''case'', ''notes'') THEN object_id::uuid END))', command);
  END LOOP;
END $$;
