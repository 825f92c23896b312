-- The day on which a version was published. Public like the version itself; those published before this have none.
ALTER TABLE "survey_instruments" ADD COLUMN "published_on" DATE;
