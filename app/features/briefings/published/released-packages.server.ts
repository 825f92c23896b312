import { withPublic } from "#app/access/with-public.server.ts";
import { surveyReleaseIn, unzipped } from "#app/features/briefings/files/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { PACKAGE_PATH } from "./release-file.ts";
import { findReleaseFile } from "./release-rows.server.ts";

/** What every package that ever was out counted of cases, the newest last. */
export async function listReleasedPackages(): Promise<PackageFiles[]> {
  return (await listArchives()).map(unzipped);
}

/** The names of all surveys that ever were out. */
export async function listReleasedSurveys(): Promise<string[]> {
  return (await listArchives()).map(surveyReleaseIn).filter((name) => name !== null);
}

/** A withdrawn one too: who has read it has read it. */
function listArchives(): Promise<Uint8Array[]> {
  return withPublic(async (tx) => {
    const releases = await tx.release.findMany({
      where: { state: { in: ["released", "withdrawn"] } },
      orderBy: [{ releasedOn: "asc" }, { slug: "asc" }],
      select: { id: true },
    });
    const archives: Uint8Array[] = [];
    for (const { id } of releases) {
      const file = await findReleaseFile(tx, id, PACKAGE_PATH);
      if (file) archives.push(file.bytes);
    }
    return archives;
  });
}
