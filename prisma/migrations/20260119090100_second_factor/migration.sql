-- How often a person's authenticator was replaced. Two people approve the replacement of exactly the present one; the
-- number is all that they see of it, and once it has grown their approval is worth nothing.
ALTER TABLE "users" ADD COLUMN "second_factor_version" INTEGER NOT NULL DEFAULT 1;
GRANT SELECT (second_factor_version) ON public.users TO app_intake, app_guardian;
