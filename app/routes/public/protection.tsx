import { publicLoader } from "#app/access/public-door.server.ts";
import { type Column, DataTable } from "#app/design-system/content/data-table.tsx";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import type { MessageKey } from "#app/i18n/catalogue.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";

export const handle = page({ title: "protection.title" });

export const loader = publicLoader(async () => ({}));

/** What the product promises, and what it does not. Each sentence must be true: the security model keeps the list. */
export default function Protection() {
  const t = useText();
  return (
    <Page>
      <Heading>{t("protection.heading")}</Heading>
      <Lead>{t("protection.lead")}</Lead>
      <Heading level={2}>{t("protection.sealed.heading")}</Heading>
      <p>{t("protection.sealed.body")}</p>
      <p>{t("protection.sealed.keys")}</p>
      <Heading level={2}>{t("protection.readers.heading")}</Heading>
      <Readers />
      <Points heading="protection.limits.heading" points={LIMITS} />
      <Heading level={2}>{t("protection.figures.heading")}</Heading>
      <p>{t("protection.figures.body")}</p>
      <Heading level={2}>{t("protection.stored.heading")}</Heading>
      <p>{t("protection.stored.body")}</p>
      <p>{t("protection.stored.read")}</p>
      <p>{t("protection.stored.erase")}</p>
      <Points heading="protection.yourself.heading" points={YOURSELF} />
    </Page>
  );
}

const LIMITS: readonly MessageKey[] = [
  "protection.limits.server",
  "protection.limits.device",
  "protection.limits.network",
  "protection.limits.released",
];

const YOURSELF: readonly MessageKey[] = [
  "protection.yourself.tor",
  "protection.yourself.words",
  "protection.yourself.leave",
  "protection.yourself.details",
];

function Points({ heading, points }: { readonly heading: MessageKey; readonly points: readonly MessageKey[] }) {
  const t = useText();
  return (
    <>
      <Heading level={2}>{t(heading)}</Heading>
      <ul>
        {points.map((point) => (
          <li key={point}>{t.rich(point)}</li>
        ))}
      </ul>
    </>
  );
}

const READERS = ["you", "coordinators", "leads", "analysts", "editors", "administrators"] as const;

function Readers() {
  const t = useText();
  const columns: Column<(typeof READERS)[number]>[] = [
    {
      key: "who",
      header: t("protection.readers.who"),
      isRowHeader: true,
      cell: (who) => t(`protection.readers.${who}`),
    },
    { key: "what", header: t("protection.readers.what"), cell: (who) => t(`protection.readers.${who}-what`) },
  ];
  return (
    <DataTable
      caption={t("protection.readers.heading")}
      captionHidden
      columns={columns}
      rows={READERS}
      rowKey={(who) => who}
    />
  );
}
