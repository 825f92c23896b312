-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "object_name" TEXT,
    "object_bytes" INTEGER NOT NULL,
    "sealed_key" BYTEA,
    "copy_name" TEXT,
    "copy_bytes" INTEGER NOT NULL,
    "sealed_copy_key" BYTEA,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "files_case_id_idx" ON "files"("case_id");

-- Whoever reads a case reads what backs it. It comes from the reporter alone, who may take an original back; what was said of it
-- stays. The sweep knows names of objects and nothing else.
CALL app.protect('files');
CALL app.allow('files', 'intake', 'select', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.team_id = @team)');
CALL app.allow('files', 'lead', 'select', 'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.assigned_user_id = @user)');
CALL app.allow('files', 'reporter', 'select insert update (object_name, object_bytes, sealed_key)',
  'EXISTS (SELECT FROM public.cases c WHERE c.id = case_id AND c.organisation_id = @organisation)');
CALL app.allow('files', 'job', 'select (id, object_name, copy_name)', 'true');
