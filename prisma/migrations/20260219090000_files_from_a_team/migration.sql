-- Whoever works on a case adds to what backs it, and takes nothing away: that is its reporter's.
CALL app.allow('files', 'intake', 'insert', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('files', 'lead', 'insert', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
