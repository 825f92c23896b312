-- CreateTable
CREATE TABLE "case_lists" (
    "id" UUID NOT NULL,
    "team_id" UUID NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_lists_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_lists_team_id_idx" ON "case_lists"("team_id");

-- Written once, read by the team, taken away by anybody of it; never changed, for an approval stands for its very words.
CALL app.protect('case_lists');
CALL app.allow('case_lists', 'intake', 'select insert delete', 'team_id = @team');

-- What the function reaches when the owner of the tables is no superuser.
CREATE POLICY owner_select ON public.case_lists FOR SELECT TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.team_id = case_lists.team_id AND c.status = 'erased'));
CREATE POLICY owner_delete ON public.case_lists FOR DELETE TO app_owner
  USING (EXISTS (SELECT FROM public.cases c WHERE c.team_id = case_lists.team_id AND c.status = 'erased'));
