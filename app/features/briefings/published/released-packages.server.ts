import type { Actor } from "#app/access/actor.ts";
import { withActor } from "#app/access/with-actor.server.ts";
import { surveyReleaseIn, unzipped } from "#app/features/briefings/files/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { PACKAGE_PATH } from "./release-file.ts";
import { findReleaseFile } from "./release-rows.server.ts";

/** What every package that ever was out counted of cases, the newest last. */
export async function listReleasedPackages(actor: Actor): Promise<PackageFiles[]> {
  return (await listArchives(actor)).map(unzipped);
}

/** The names of all surveys that ever were out. */
export async function listReleasedSurveys(actor: Actor): Promise<string[]> {
  return (await listArchives(actor)).map(surveyReleaseIn).filter((name) => name !== null);
}

/**
 * A withdrawn one too: who has read it has read it. Only analysts still reach its files.
 * @throws Error where one cannot be read: figures that did not count with it could be subtracted from it
 */
function listArchives(actor: Actor): Promise<Uint8Array[]> {
  return withActor(actor, async (tx) => {
    const releases = await tx.release.findMany({
      where: { state: { in: ["released", "withdrawn"] } },
      orderBy: [{ releasedOn: "asc" }, { slug: "asc" }],
      select: { id: true },
    });
    const archives: Uint8Array[] = [];
    for (const { id } of releases) {
      const file = await findReleaseFile(tx, id, PACKAGE_PATH);
      if (!file) throw new Error("the package of a release is not there");
      archives.push(file.bytes);
    }
    return archives;
  });
}
