-- What hangs on a case in the rooms above it goes with it: its files' keys and names, its messages and its tasks.

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
  RETURN true;
END $$;

-- What the function reaches when the owner of the tables is no superuser: what hangs on a case that is erased.
DO $$
DECLARE
  target text;
  command text;
BEGIN
  FOREACH target IN ARRAY ARRAY['files', 'messages', 'message_standings', 'tasks'] LOOP
    FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
      EXECUTE format('CREATE POLICY owner_%1$s ON public.%2$I FOR %1$s TO app_owner
        USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = ''erased''))', command, target);
    END LOOP;
  END LOOP;
END $$;
