-- The conversation of a case: messages are added and never changed; the standing says how far each side has read them.
CREATE TABLE "messages" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "message_standings" (
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "message_standings_pkey" PRIMARY KEY ("case_id")
);

CREATE INDEX "messages_case_id_idx" ON "messages"("case_id");

CALL app.protect('messages');
CALL app.allow('messages', 'intake', 'select insert', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('messages', 'lead', 'select insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('messages', 'reporter', 'select insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('messages', 'receipt', 'select insert', 'case_id = @case');

CALL app.protect('message_standings');
CALL app.allow('message_standings', 'intake', 'select insert update (sealed)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('message_standings', 'lead', 'select insert update (sealed)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('message_standings', 'reporter', 'select insert update (sealed)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('message_standings', 'receipt', 'select insert update (sealed)', 'case_id = @case');

-- Erasing takes the conversation too.
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
  DELETE FROM public.messages WHERE case_id = target;
  DELETE FROM public.message_standings WHERE case_id = target;
  RETURN true;
END $$;

DO $$
DECLARE
  target text;
  command text;
BEGIN
  FOREACH target IN ARRAY ARRAY['messages', 'message_standings'] LOOP
    FOREACH command IN ARRAY ARRAY['select', 'delete'] LOOP
      EXECUTE format('CREATE POLICY owner_%1$s ON public.%2$I FOR %1$s TO app_owner
        USING (EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.status = ''erased''))', command, target);
    END LOOP;
  END LOOP;
END $$;
