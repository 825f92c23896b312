-- Whether a report that somebody counted has been withdrawn or erased since. A guardian knows the ids from the tables about to be
-- released, sees no row of any case, and learns one word about all of them.
CREATE FUNCTION app.any_case_ended(ids uuid[]) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT EXISTS (SELECT FROM public.cases WHERE id = ANY (ids) AND status IN ('withdrawn_by_reporter', 'erased'))
$$;
REVOKE ALL ON FUNCTION app.any_case_ended(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.any_case_ended(uuid[]) TO app_guardian;

-- What the function reaches when the owner of the tables is no superuser: what was withdrawn, too.
ALTER POLICY owner_select ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid OR id = (SELECT app.ctx('case'))::uuid
    OR status IN ('withdrawn_by_reporter', 'erased')
    OR team_id IN (SELECT t.id FROM public.teams t WHERE (SELECT app.ctx('team'))::uuid IN (t.id, t.walls_id)));
