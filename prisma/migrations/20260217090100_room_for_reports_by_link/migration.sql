-- How many reports by a team's open link wait unsent. Whoever opens a link is nobody yet and asks as auth, which sees ids and no word.
CALL app.allow('case_drafts', 'auth', 'select (id, organisation_id)', 'organisation_id IS NULL');
