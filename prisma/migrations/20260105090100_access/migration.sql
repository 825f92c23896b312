-- Who may touch which rows. The second wall: it stands when a check in the application is forgotten.
-- One policy per role, table and command; what is not written here is refused. Why: SECURITY model, "Two walls in code".
-- Roles are made before migrations run (app/platform/db/roles.server.ts), because they belong to the whole server.

CREATE SCHEMA app;
GRANT USAGE ON SCHEMA public, app TO app_reporter, app_intake, app_lead, app_analyst, app_editor, app_guardian,
  app_administrator, app_receipt, app_respondent, app_public, app_auth, app_setup, app_job, app_backup;

-- A setting of the running transaction. After a transaction PostgreSQL gives '' for what was set locally: both are NULL here.
CREATE FUNCTION app.ctx(name text) RETURNS text LANGUAGE sql STABLE PARALLEL SAFE SET search_path = ''
  AS $$ SELECT nullif(current_setting('app.' || name, true), '') $$;

-- Whether the acting reporter owns the acting organisation. Definer, because a policy on hats cannot look into hats.
CREATE FUNCTION app.owns_organisation() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ SELECT EXISTS (SELECT FROM public.hats WHERE role = 'reporter' AND is_owner
    AND user_id = app.ctx('user')::uuid AND organisation_id = app.ctx('organisation')::uuid) $$;
REVOKE ALL ON FUNCTION app.owns_organisation() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.owns_organisation() TO app_reporter;

-- Row-level security on, also for the owner; the backup reads everything (sessions and submissions it sees as empty).
CREATE PROCEDURE app.protect(target text, dumped boolean DEFAULT true) LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('GRANT SELECT ON public.%I TO app_backup', target);
  EXECUTE format('CREATE POLICY backup ON public.%I FOR SELECT TO app_backup USING (%L)', target, dumped);
END $$;

-- One line of the tables below: these roles may do these commands, on these columns if any are named, to these rows.
-- @user @team @organisation @session @case stand for the context, each read once per statement and not once per row.
CREATE PROCEDURE app.allow(target text, roles text, commands text, rows text) LANGUAGE plpgsql AS $$
DECLARE
  condition text := regexp_replace(regexp_replace(rows, '@session', '(SELECT app.ctx(''session''))', 'g'),
    '@(user|team|organisation|case)', '(SELECT app.ctx(''\1''))::uuid', 'g');
  acting text;
  command text[];
BEGIN
  FOREACH acting IN ARRAY string_to_array(roles, ' ') LOOP
    FOR command IN SELECT regexp_matches(commands, '(select|insert|update|delete)\s*(\([^)]*\))?', 'g') LOOP
      EXECUTE format('GRANT %s %s ON public.%I TO app_%s', command[1], command[2], target, acting);
      EXECUTE format('CREATE POLICY %s ON public.%I FOR %s TO app_%s %s', acting || '_' || command[1], target, command[1],
        acting, CASE command[1]
          WHEN 'insert' THEN format('WITH CHECK (%s)', condition)
          WHEN 'update' THEN format('USING (%s) WITH CHECK (%s)', condition, condition)
          ELSE format('USING (%s)', condition) END);
    END LOOP;
  END LOOP;
END $$;
REVOKE ALL ON PROCEDURE app.protect(text, boolean), app.allow(text, text, text, text) FROM PUBLIC;

-- Keys --------------------------------------------------------------------------------------------------------------

-- Proofs and sealed keys are read as auth only, once a user is known for that user's row alone, and changed only then.
-- Everybody else sees what sealing to a person needs: handle, state and public key.
CALL app.protect('users');
CALL app.allow('users', 'auth', 'select', '@user IS NULL OR id = @user');
CALL app.allow('users', 'auth', 'insert update', 'id = @user');
CALL app.allow('users', 'intake guardian administrator', 'select (id, handle, state, public_key, public_key_mac, key_version)', 'true');
CALL app.allow('users', 'lead analyst editor', 'select (id, handle, state, public_key, public_key_mac, key_version)', 'id = @user');
CALL app.allow('users', 'reporter', 'select (id, handle, state, public_key, public_key_mac, key_version)',
  'id = @user OR id IN (SELECT user_id FROM public.hats WHERE organisation_id = @organisation)');
CALL app.allow('users', 'administrator', 'update (state)', 'true');

-- Which hats a person has. They come by redeeming an invitation and no other way; staff's go by the administrator,
-- reporters' by their owner.
CALL app.protect('hats');
CALL app.allow('hats', 'auth', 'select', '@user IS NULL OR user_id = @user');
CALL app.allow('hats', 'auth', 'insert', 'user_id = @user');
CALL app.allow('hats', 'lead analyst editor', 'select', 'user_id = @user');
CALL app.allow('hats', 'intake guardian administrator', 'select', 'true');
CALL app.allow('hats', 'administrator', 'delete', 'role <> ''reporter''');
CALL app.allow('hats', 'reporter', 'select', 'user_id = @user OR organisation_id = @organisation AND (SELECT app.owns_organisation())');
CALL app.allow('hats', 'reporter', 'delete',
  'organisation_id = @organisation AND user_id <> @user AND (SELECT app.owns_organisation())');
-- What owns_organisation() reads when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.hats FOR SELECT TO app_owner USING (user_id = (SELECT app.ctx('user'))::uuid);

-- Public keys and ciphertext: everyone who seals reads them. A new version comes from those who hold the group and see
-- everybody's hats.
CALL app.protect('group_keys');
CALL app.allow('group_keys', 'reporter intake lead analyst editor guardian administrator receipt respondent public auth', 'select', 'true');
CALL app.allow('group_keys', 'guardian', 'insert update (rotation_due, public_key_mac)', 'true');
CALL app.allow('group_keys', 'administrator', 'update (rotation_due)', 'true');
CALL app.allow('group_keys', 'intake', 'insert update (rotation_due)',
  'name IN (''team/'' || @team, ''analytics/'' || @team, ''register'') OR name LIKE ''wave/%''
  OR name IN (SELECT ''org/'' || id FROM public.organisations WHERE team_id = @team)');
CALL app.allow('group_keys', 'reporter', 'insert update (rotation_due)', 'name = ''org/'' || @organisation');
CALL app.allow('group_keys', 'auth', 'insert', 'name LIKE ''org/%''');

-- Ciphertext, but it tells who can open what: each role sees its own, its groups' and what it must renew.
CALL app.protect('wraps');
-- Nobody seals anything of a case or an organisation that is not theirs, and no place is taken by who cannot fill it.
CALL app.allow('wraps', 'guardian', 'insert', 'object_kind = ''group''');
CALL app.allow('wraps', 'intake', 'insert', 'object_kind = ''group''
  OR EXISTS (SELECT FROM public.cases c WHERE c.team_id = @team
    AND c.id = CASE WHEN object_kind IN (''case'', ''notes'') THEN object_id::uuid END)
  OR EXISTS (SELECT FROM public.organisations o WHERE o.team_id = @team
    AND o.id = CASE WHEN object_kind = ''organisation'' THEN object_id::uuid END)');
CALL app.allow('wraps', 'reporter', 'insert', 'object_kind = ''group'' AND object_id = ''org/'' || @organisation
  OR recipient_kind = ''group'' AND EXISTS (SELECT FROM public.cases c WHERE c.organisation_id = @organisation
    AND c.id = CASE WHEN object_kind IN (''case'', ''notes'') THEN object_id::uuid END)');
CALL app.allow('wraps', 'auth', 'insert', 'object_kind = ''organisation'' OR object_kind = ''group'' AND object_id LIKE ''org/%''
  OR recipient_kind = ''user'' AND recipient_id = @user::text');
CALL app.allow('wraps', 'receipt', 'select insert', 'object_kind = ''case'' AND object_id = @case::text');
CALL app.allow('wraps', 'lead', 'select', 'recipient_kind = ''user'' AND recipient_id = @user::text');
CALL app.allow('wraps', 'auth', 'select delete', 'recipient_kind = ''user'' AND recipient_id = @user::text');
CALL app.allow('wraps', 'reporter', 'select', 'recipient_id IN (@user::text, ''org/'' || @organisation)
  OR object_kind = ''group'' AND object_id = ''org/'' || @organisation');
CALL app.allow('wraps', 'reporter', 'delete',
  'object_kind = ''group'' AND object_id = ''org/'' || @organisation AND (SELECT app.owns_organisation())');
CALL app.allow('wraps', 'intake', 'select delete', 'recipient_id IN (@user::text, ''team/'' || @team, ''analytics/'' || @team)
  OR object_kind = ''group''
  OR EXISTS (SELECT FROM public.cases c WHERE c.team_id = @team
    AND c.id = CASE WHEN object_kind IN (''case'', ''notes'') THEN object_id::uuid END)
  OR EXISTS (SELECT FROM public.organisations o WHERE o.team_id = @team
    AND o.id = CASE WHEN object_kind = ''organisation'' THEN object_id::uuid END)');
CALL app.allow('wraps', 'analyst', 'select', 'recipient_id = @user::text OR object_kind = ''group''
  OR recipient_kind = ''group'' AND split_part(recipient_id, ''/'', 1) IN (''analytics'', ''editorial'', ''wave'')');
CALL app.allow('wraps', 'editor', 'select', 'recipient_id = @user::text OR object_kind = ''group''
  OR recipient_kind = ''group'' AND recipient_id IN (''editorial'', ''register'')');
CALL app.allow('wraps', 'guardian', 'select', 'recipient_kind = ''user'' OR object_kind = ''group''
  OR recipient_kind = ''group'' AND split_part(recipient_id, ''/'', 1) IN (''analytics'', ''editorial'', ''audit'', ''ledger'', ''register'')');
CALL app.allow('wraps', 'guardian', 'delete', 'recipient_kind = ''user''');
-- Locking an account takes its wraps away; the administrator sees that there are some, never the ciphertext.
CALL app.allow('wraps', 'administrator',
  'select (id, object_kind, object_id, object_version, recipient_kind, recipient_id, recipient_version) delete', 'recipient_kind = ''user''');

-- Access ------------------------------------------------------------------------------------------------------------

-- The sealed part is read as auth, which has the cookie. A person sees and ends the own ones; an owner those of members.
ALTER TABLE public.sessions SET UNLOGGED;
CALL app.protect('sessions', false);
CALL app.allow('sessions', 'auth', 'select insert update delete', 'true');
CALL app.allow('sessions', 'intake lead analyst editor guardian', 'select (id, user_id, expires_hour) delete', 'user_id = @user');
CALL app.allow('sessions', 'reporter', 'select (id, user_id, expires_hour) delete', 'user_id = @user
  OR user_id IN (SELECT user_id FROM public.hats WHERE organisation_id = @organisation AND (SELECT app.owns_organisation()))');
CALL app.allow('sessions', 'administrator', 'select (id, user_id, expires_hour) delete', 'true');
CALL app.allow('sessions', 'job', 'select (id, expires_hour) delete', 'true');

-- Each session its own first answers.
ALTER TABLE public.submissions SET UNLOGGED;
CALL app.protect('submissions', false);
CALL app.allow('submissions', 'reporter intake lead analyst editor guardian administrator receipt respondent public auth',
  'select insert update (sealed)', 'session_id = @session');
CALL app.allow('submissions', 'job', 'select (id, expires_hour) delete', 'true');

-- Nobody approves in another's name, and nobody takes an approval back: a changed text voids it.
CALL app.protect('approvals');
CALL app.allow('approvals', 'intake guardian editor administrator analyst auth', 'select', 'true');
CALL app.allow('approvals', 'intake guardian editor', 'insert', 'user_id = @user');

CALL app.protect('settings');
CALL app.allow('settings', 'reporter intake lead analyst editor guardian administrator receipt respondent public auth job', 'select', 'true');
-- What the first day wrote is never changed: every start compares its secrets with it.
CALL app.allow('settings', 'guardian administrator', 'insert update', 'key <> ''installation''');

-- Organisations -----------------------------------------------------------------------------------------------------

-- Labels of teams are public: somebody must choose one to report to.
CALL app.protect('teams');
CALL app.allow('teams', 'reporter intake lead analyst editor guardian administrator receipt respondent public auth job', 'select', 'true');
-- Which team walls which is never changed: reports with a listed party go where it says.
CALL app.allow('teams', 'administrator', 'insert update (label)', 'true');

CALL app.protect('organisations');
CALL app.allow('organisations', 'intake', 'select insert update', 'team_id = @team');
CALL app.allow('organisations', 'reporter', 'select update (sealed)', 'id = @organisation');
CALL app.allow('organisations', 'auth', 'select (id, team_id, state) update (state)', 'true');

-- Redeeming happens as auth. Staff invitations are proposed by the administrator and approved by intake and guardian.
CALL app.protect('invitations');
CALL app.allow('invitations', 'auth', 'select update (state, user_id)', 'true');
CALL app.allow('invitations', 'guardian', 'select update (state)', 'kind = ''staff''');
CALL app.allow('invitations', 'administrator', 'select update (state)', 'kind = ''staff''');
CALL app.allow('invitations', 'administrator', 'insert', 'kind = ''staff'' AND state = ''proposed''');
CALL app.allow('invitations', 'intake', 'select update (state)', 'kind = ''staff''
  OR organisation_id IN (SELECT id FROM public.organisations WHERE team_id = @team)');
CALL app.allow('invitations', 'intake', 'insert', 'kind = ''organisation'' AND role = ''reporter'' AND team_id IS NULL
  AND organisation_id IN (SELECT id FROM public.organisations WHERE team_id = @team)');
CALL app.allow('invitations', 'reporter', 'select update (state)',
  'organisation_id = @organisation AND (SELECT app.owns_organisation())');
CALL app.allow('invitations', 'reporter', 'insert', 'kind = ''member'' AND role = ''reporter'' AND team_id IS NULL
  AND organisation_id = @organisation AND (SELECT app.owns_organisation())');
CALL app.allow('invitations', 'job', 'select (id, state, expires_on) delete', 'true');

-- Cases -------------------------------------------------------------------------------------------------------------

-- Intake: the team's. Lead: the assigned ones. Reporter: the organisation's, into its own team or the team that walls it.
-- Nobody moves a case to another team here, and only intake assigns or binds it.
CALL app.protect('cases');
CALL app.allow('cases', 'intake', 'select insert update (organisation_id, assigned_user_id, status, version, delete_after_month, sealed_body, sealed_facets)',
  'team_id = @team');
CALL app.allow('cases', 'lead', 'select update (status, version, sealed_body, sealed_facets)', 'assigned_user_id = @user');
CALL app.allow('cases', 'reporter', 'select update (status, version, sealed_body, sealed_facets)', 'organisation_id = @organisation');
CALL app.allow('cases', 'reporter', 'insert', 'organisation_id = @organisation AND team_id IN (SELECT t.id FROM public.teams t
  JOIN public.organisations o ON o.team_id IN (t.id, t.walls_id) WHERE o.id = @organisation)');
CALL app.allow('cases', 'receipt', 'select insert update (status, version, sealed_body, sealed_facets)', 'id = @case');

-- Under the notes key. Whoever reports writes the first one and never reads it.
CALL app.protect('case_assessments');
CALL app.allow('case_assessments', 'intake', 'select insert update',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('case_assessments', 'lead', 'select insert update',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('case_assessments', 'reporter', 'insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('case_assessments', 'receipt', 'insert', 'case_id = @case');

-- History under the case key: added to, never changed.
CALL app.protect('case_events');
CALL app.allow('case_events', 'intake', 'select insert', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('case_events', 'lead', 'select insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('case_events', 'reporter', 'select insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('case_events', 'receipt', 'select insert', 'case_id = @case');

-- History under the notes key: the team and the lead, nobody else.
CALL app.protect('case_notes');
CALL app.allow('case_notes', 'intake', 'select insert', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('case_notes', 'lead', 'select insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');

CALL app.protect('case_drafts');
CALL app.allow('case_drafts', 'reporter', 'select insert update delete', 'organisation_id = @organisation');
CALL app.allow('case_drafts', 'receipt', 'select insert update delete', 'id = @case');

-- Facets ------------------------------------------------------------------------------------------------------------

-- Whoever writes a case puts records in; holders of the team's analytics key take them out.
CALL app.protect('facet_inbox');
CALL app.allow('facet_inbox', 'intake', 'select insert delete', 'team_id = @team');
CALL app.allow('facet_inbox', 'analyst', 'select delete',
  'team_id IN (SELECT team_id FROM public.hats WHERE user_id = @user AND role = ''analyst'')');
CALL app.allow('facet_inbox', 'lead', 'insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.team_id = facet_inbox.team_id AND c.assigned_user_id = @user)');
CALL app.allow('facet_inbox', 'reporter', 'insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.team_id = facet_inbox.team_id AND c.organisation_id = @organisation)');
CALL app.allow('facet_inbox', 'receipt', 'insert',
  'EXISTS (SELECT FROM public.cases c WHERE c.team_id = facet_inbox.team_id AND c.id = @case)');
-- A release marks the records it counted, in every team.
CALL app.allow('facet_inbox', 'guardian', 'insert', 'true');

CALL app.protect('facet_blocks');
CALL app.allow('facet_blocks', 'intake', 'select insert update delete', 'team_id = @team');
CALL app.allow('facet_blocks', 'analyst', 'select insert update delete',
  'team_id IN (SELECT team_id FROM public.hats WHERE user_id = @user AND role = ''analyst'')');

-- Audit -------------------------------------------------------------------------------------------------------------

-- Everybody who acts appends and sees the head of the chain; guardians read it, the nightly check recomputes it.
CALL app.protect('audit_entries');
CALL app.allow('audit_entries', 'reporter intake lead analyst editor administrator receipt auth', 'select (seq, hash) insert', 'true');
CALL app.allow('audit_entries', 'guardian job', 'select insert', 'true');

CALL app.protect('own_entries');
CALL app.allow('own_entries', 'reporter intake lead analyst editor guardian administrator auth', 'select insert', 'user_id = @user');

-- Public and published ----------------------------------------------------------------------------------------------

-- The only table that migrations fill.
CALL app.protect('reference_entries');
CALL app.allow('reference_entries', 'reporter intake lead analyst editor guardian administrator receipt respondent public auth job', 'select', 'true');
CALL app.allow('reference_entries', 'intake', 'insert update', 'true');
CREATE POLICY owner_all ON public.reference_entries FOR ALL TO app_owner USING (true) WITH CHECK (true);

CALL app.protect('briefings');
CALL app.allow('briefings', 'editor', 'select insert update delete', 'true');
CALL app.allow('briefings', 'analyst', 'select', 'true');
CALL app.allow('briefings', 'guardian', 'select update (state, version)', 'true');

-- Figures come from whoever may open facets, and only while the briefing is a draft. A guardian takes away what was counted,
-- once it stands in the ledger.
CALL app.protect('table_sets');
CALL app.allow('table_sets', 'editor', 'select', 'true');
CALL app.allow('table_sets', 'analyst', 'select', 'true');
CALL app.allow('table_sets', 'analyst', 'insert delete',
  'EXISTS (SELECT FROM public.briefings b WHERE b.id = briefing_id AND b.state = ''draft'')');
CALL app.allow('table_sets', 'guardian', 'select update (sealed_facts)', 'true');

CALL app.protect('briefing_comments');
CALL app.allow('briefing_comments', 'editor guardian', 'select insert', 'true');
CALL app.allow('briefing_comments', 'analyst', 'select', 'true');

-- Frozen: a guardian adds one, either may withdraw it, nobody changes what was released. Files of a withdrawn one are gone for readers.
CALL app.protect('releases');
CALL app.allow('releases', 'guardian', 'select insert update (state, withdrawn_on)', 'true');
CALL app.allow('releases', 'editor', 'update (state, withdrawn_on)', 'state IN (''released'', ''withdrawn'')');
CALL app.allow('releases', 'reporter intake lead analyst editor administrator receipt respondent public auth job', 'select',
  'state IN (''released'', ''withdrawn'')');

CALL app.protect('release_files');
CALL app.allow('release_files', 'guardian', 'select insert', 'true');
CALL app.allow('release_files', 'reporter intake lead analyst editor administrator receipt respondent public auth job', 'select',
  'EXISTS (SELECT FROM public.releases r WHERE r.id = release_id AND r.state = ''released'')');

CALL app.protect('ledger_entries');
CALL app.allow('ledger_entries', 'guardian', 'select insert', 'true');
CALL app.allow('ledger_entries', 'intake analyst editor', 'select', 'true');

-- Bookkeeping of Prisma ---------------------------------------------------------------------------------------------

-- Written while this runs, and not there where migrations are only compared with the schema.
-- The job role reads the names, so that a start on an old schema can be refused.
DO $$ BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    CALL app.protect('_prisma_migrations');
    CALL app.allow('_prisma_migrations', 'job', 'select (migration_name, finished_at, rolled_back_at)', 'true');
    CREATE POLICY owner_all ON public._prisma_migrations FOR ALL TO app_owner USING (true) WITH CHECK (true);
  END IF;
END $$;

-- The first day -----------------------------------------------------------------------------------------------------

-- `thaw setup` makes the first accounts, teams and group keys. Its last row, in settings, closes this door for good.
CREATE FUNCTION app.is_new() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = ''
  AS $$ SELECT NOT EXISTS (SELECT FROM public.settings WHERE key = 'installation') $$;
REVOKE ALL ON FUNCTION app.is_new() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_new() TO app_setup;
CREATE POLICY owner_select ON public.settings FOR SELECT TO app_owner USING (key = 'installation');
CALL app.allow('settings', 'setup', 'select', 'true');
CALL app.allow('settings', 'setup', 'insert', '(SELECT app.is_new())');
CALL app.allow('users', 'setup', 'insert', '(SELECT app.is_new())');
CALL app.allow('hats', 'setup', 'insert', '(SELECT app.is_new())');
CALL app.allow('teams', 'setup', 'insert', '(SELECT app.is_new())');
CALL app.allow('group_keys', 'setup', 'select insert', '(SELECT app.is_new())');
CALL app.allow('wraps', 'setup', 'insert', '(SELECT app.is_new())');
CALL app.allow('audit_entries', 'setup', 'select (seq, hash) insert', '(SELECT app.is_new())');
