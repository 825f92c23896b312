-- CreateTable
CREATE TABLE "institutions" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "key_version" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "institutions_pkey" PRIMARY KEY ("id")
);

-- Whoever holds the register key reads; coordinators write. Nothing is deleted: its code stands in sealed facets, and a
-- spelling of another entry is folded into it.
CALL app.protect('institutions');
CALL app.allow('institutions', 'intake', 'select insert update (version, key_version, sealed)', 'true');
CALL app.allow('institutions', 'editor guardian', 'select', 'true');
