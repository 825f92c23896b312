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
