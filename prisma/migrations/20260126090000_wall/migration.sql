-- A case goes behind the wall of its team, and never back. The column that says whose a case is may be changed by no role;
-- this function changes it in one direction, for a case of the acting team, to the team that walls it.

CREATE FUNCTION app.move_behind_wall(target uuid, wall uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.cases SET team_id = wall
    WHERE id = target AND team_id = app.ctx('team')::uuid AND assigned_user_id IS NULL
      AND EXISTS (SELECT FROM public.teams t WHERE t.id = wall AND t.walled AND t.walls_id = app.ctx('team')::uuid);
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION app.move_behind_wall(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.move_behind_wall(uuid, uuid) TO app_intake;

-- What the function reaches when the owner of the tables is no superuser, beside what erasing a case does.
CREATE POLICY owner_select ON public.teams FOR SELECT TO app_owner USING (true);
ALTER POLICY owner_select ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid OR status = 'erased'
    OR team_id IN (SELECT t.id FROM public.teams t WHERE (SELECT app.ctx('team'))::uuid IN (t.id, t.walls_id)));
ALTER POLICY owner_update ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid AND status = 'withdrawn_by_reporter'
    OR team_id = (SELECT app.ctx('team'))::uuid)
  WITH CHECK (organisation_id IS NULL AND status = 'erased'
    OR team_id IN (SELECT t.id FROM public.teams t WHERE t.walled AND t.walls_id = (SELECT app.ctx('team'))::uuid));

-- The walled team's index learns of the case from whoever moves it, who can put records in there and take none out.
ALTER POLICY intake_insert ON public.facet_inbox
  WITH CHECK (team_id = (SELECT app.ctx('team'))::uuid
    OR team_id IN (SELECT t.id FROM public.teams t WHERE t.walled AND t.walls_id = (SELECT app.ctx('team'))::uuid));
