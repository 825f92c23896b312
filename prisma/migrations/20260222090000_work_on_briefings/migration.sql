-- Unlogged like the sessions it goes with, and because a row that is kept may not refer to one that is not.
CREATE UNLOGGED TABLE "briefing_works" (
    "id" UUID NOT NULL,
    "briefing_id" UUID NOT NULL,
    "session_id" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "key_version" INTEGER NOT NULL,

    CONSTRAINT "briefing_works_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "briefing_works_briefing_id_key" ON "briefing_works"("briefing_id");

-- AddForeignKey
ALTER TABLE "briefing_works" ADD CONSTRAINT "briefing_works_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everybody who works on a briefing sees that somebody is at it. Whoever may begin such work may also end it, but only the
-- session that began it says how far it is: ending that session takes the row away, and what has no row writes nothing.
CALL app.protect('briefing_works', false);
CALL app.allow('briefing_works', 'editor analyst guardian', 'select', 'true');
CALL app.allow('briefing_works', 'analyst guardian', 'insert update (sealed, key_version)', 'session_id = @session');
CALL app.allow('briefing_works', 'analyst guardian', 'delete', 'true');
