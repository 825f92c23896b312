-- An analyst who comes after a survey was approved is given its key by one who holds it. For that an analyst sees the
-- others of the team, and who coordinates it, for none of these may read; and may seal keys of surveys, and no others, to
-- analysts of the same team.
ALTER POLICY analyst_select ON public.hats
  USING (user_id = (SELECT app.ctx('user'))::uuid
    OR team_id = (SELECT app.ctx('team'))::uuid AND role IN ('analyst', 'intake'));
ALTER POLICY analyst_select ON public.users
  USING (id = (SELECT app.ctx('user'))::uuid
    OR id IN (SELECT user_id FROM public.hats WHERE role = 'analyst' AND team_id = (SELECT app.ctx('team'))::uuid));
CALL app.allow('wraps', 'analyst', 'insert', 'object_kind = ''group'' AND recipient_kind = ''user''
  AND object_id IN (SELECT ''wave/'' || w.id FROM public.survey_waves w WHERE w.team_id = @team AND w.facts IS NOT NULL)
  AND recipient_id IN (SELECT h.user_id::text FROM public.hats h WHERE h.role = ''analyst'' AND h.team_id = @team)');
