-- Reports without an account: the open link of a team, and the receipt that stands for whoever holds its words.
-- AlterTable
ALTER TABLE "case_drafts" ALTER COLUMN "organisation_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "report_links" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "state" TEXT NOT NULL,

    CONSTRAINT "report_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "receipts" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "public_key_mac" BYTEA NOT NULL,
    "lookup_id" TEXT,
    "sealed_key" BYTEA,
    "week" DATE NOT NULL,

    CONSTRAINT "receipts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "report_links_code_hash_key" ON "report_links"("code_hash");

-- CreateIndex
CREATE INDEX "report_links_team_id_idx" ON "report_links"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "receipts_lookup_id_key" ON "receipts"("lookup_id");

-- Whoever opens a link is nobody yet, so it is looked up as auth. A link is withdrawn and never changed.
CALL app.protect('report_links');
CALL app.allow('report_links', 'intake', 'select insert update (state)', 'team_id = @team');
CALL app.allow('report_links', 'auth', 'select', 'true');

-- As auth the words find a row, before anybody is known. A receipt makes its own row, closes it with words once, and
-- throws it away with a draft that is not wanted. The job deletes what was begun and never sent, and nothing else.
CALL app.protect('receipts');
CALL app.allow('receipts', 'auth', 'select', 'true');
CALL app.allow('receipts', 'receipt', 'select insert update (lookup_id, sealed_key) delete', 'id = @case');
CALL app.allow('receipts', 'job', 'select (id, lookup_id, week) delete',
  'EXISTS (SELECT FROM public.case_drafts d WHERE d.id = receipts.id AND d.organisation_id IS NULL)');
CALL app.allow('case_drafts', 'job', 'select (id, organisation_id) delete', 'organisation_id IS NULL');
-- Which cases came so, and nothing more of them: they are not their organisation's to read, also once they are bound to it.
CALL app.allow('receipts', 'reporter', 'select (id)', 'true');
ALTER POLICY reporter_select ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid AND NOT EXISTS (SELECT FROM public.receipts r WHERE r.id = cases.id));
ALTER POLICY reporter_update ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid AND NOT EXISTS (SELECT FROM public.receipts r WHERE r.id = cases.id))
  WITH CHECK (organisation_id = (SELECT app.ctx('organisation'))::uuid);

-- Into the team of its link, or the one that walls it, and bound to nobody: that is for intake to say.
ALTER POLICY receipt_insert ON public.cases
  WITH CHECK (id = (SELECT app.ctx('case'))::uuid AND organisation_id IS NULL AND assigned_user_id IS NULL
    AND team_id IN (SELECT t.id FROM public.teams t JOIN public.receipts r ON r.team_id IN (t.id, t.walls_id)
      WHERE r.id = (SELECT app.ctx('case'))::uuid));
ALTER POLICY receipt_insert ON public.case_drafts WITH CHECK (id = (SELECT app.ctx('case'))::uuid AND organisation_id IS NULL);
ALTER POLICY receipt_update ON public.case_drafts
  USING (id = (SELECT app.ctx('case'))::uuid AND organisation_id IS NULL)
  WITH CHECK (id = (SELECT app.ctx('case'))::uuid AND organisation_id IS NULL);

-- Both keys of the case are sealed on arrival, the notes' to the team alone; no place is taken that a person's wrap may need.
ALTER POLICY receipt_insert ON public.wraps
  WITH CHECK (object_kind IN ('case', 'notes') AND object_id = (SELECT app.ctx('case'))
    AND (recipient_kind = 'group' OR recipient_kind = 'receipt' AND recipient_id = (SELECT app.ctx('case'))));

-- The files of its case, as its reporter.
CALL app.allow('files', 'receipt', 'select insert update (object_name, object_bytes, sealed_key)', 'case_id = @case');

GRANT EXECUTE ON FUNCTION app.erase_case(uuid) TO app_receipt;

-- What the function reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.receipts FOR SELECT TO app_owner USING (true);
CREATE POLICY owner_delete ON public.receipts FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.id = receipts.id AND c.status = 'erased'));
ALTER POLICY owner_select ON public.cases
  USING (organisation_id = (SELECT app.ctx('organisation'))::uuid OR id = (SELECT app.ctx('case'))::uuid OR status = 'erased'
    OR team_id IN (SELECT t.id FROM public.teams t WHERE (SELECT app.ctx('team'))::uuid IN (t.id, t.walls_id)));
ALTER POLICY owner_update ON public.cases
  USING ((organisation_id = (SELECT app.ctx('organisation'))::uuid OR id = (SELECT app.ctx('case'))::uuid)
      AND status = 'withdrawn_by_reporter'
    OR team_id = (SELECT app.ctx('team'))::uuid)
  WITH CHECK (organisation_id IS NULL AND status = 'erased'
    OR team_id IN (SELECT t.id FROM public.teams t WHERE t.walled AND t.walls_id = (SELECT app.ctx('team'))::uuid));
