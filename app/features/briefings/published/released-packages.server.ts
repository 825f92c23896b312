import { withPublic } from "#app/access/with-public.server.ts";
import { unzipped } from "#app/features/briefings/files/data-package.server.ts";
import type { PackageFiles } from "#app/features/disclosure/output/release-figures.ts";
import { PACKAGE_PATH } from "./release-file.ts";
import { findReleaseFile } from "./release-rows.server.ts";

/** Every package that ever was out, the newest last. A withdrawn one too: who has read it has read it. */
export function listReleasedPackages(): Promise<PackageFiles[]> {
  return withPublic(async (tx) => {
    const releases = await tx.release.findMany({
      where: { state: { in: ["released", "withdrawn"] } },
      orderBy: [{ releasedOn: "asc" }, { slug: "asc" }],
      select: { id: true },
    });
    const packages: PackageFiles[] = [];
    for (const { id } of releases) {
      const file = await findReleaseFile(tx, id, PACKAGE_PATH);
      if (file) packages.push(unzipped(file.bytes));
    }
    return packages;
  });
}
