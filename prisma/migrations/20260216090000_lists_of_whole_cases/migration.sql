-- What is to leave lies beside the letter that says who asked for it, so that the page of all lists opens none of it. A list that
-- waits is at most a week old and says nothing that could not be asked for again. TRUNCATE, because the owner of the
-- tables sees no row of it.
TRUNCATE TABLE "case_lists";

-- AlterTable
ALTER TABLE "case_lists" ADD COLUMN "content" BYTEA NOT NULL,
ADD COLUMN "expires_on" DATE NOT NULL;

-- A list may hold whole cases, so it goes when its time is over, also when nobody of the team comes back.
CALL app.allow('case_lists', 'job', 'select (id, expires_on) delete', 'true');
