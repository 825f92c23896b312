import type { ReactNode } from "react";
import { Facts } from "#app/design-system/content/facts.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import { ButtonLink, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Page } from "#app/design-system/layout/page.tsx";
import { type FilePageData, type FileSide, isShown, type ShownCopy } from "#app/features/evidence/file-page.ts";
import { FILE_PLACES } from "#app/features/evidence/file-places.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { FileTrail } from "./file-trail.tsx";
import { CopyReport, FileStateTag, KindAndSize } from "./file-words.tsx";

interface FilePageProps {
  readonly data: FilePageData;
  readonly side: FileSide;
  /** what this side sees of the clean copy, where there is one */
  readonly seen: (copy: ShownCopy) => ReactNode;
  /** what only one side may do with the original */
  readonly more?: ReactNode;
}

/** One file: its clean copy to look at, what that leaves out, its original, and who has had it. */
export function FilePage({ data, side, seen, more }: FilePageProps) {
  const t = useText();
  const { date } = useFormats();
  const { caseId, reference, file, trail } = data;
  const { copy, hasOriginal } = file;
  return (
    <Page
      back={{ href: FILE_PLACES[side].files(caseId), label: t("evidence.heading") }}
      caption={<bdi>{reference}</bdi>}
    >
      <Heading>
        <bdi>{file.name}</bdi>
      </Heading>
      <Facts
        facts={[
          { label: t("evidence.column.kind"), value: <KindAndSize {...file} /> },
          { label: t("evidence.column.received"), value: date(file.receivedOn) },
          { label: t("evidence.column.state"), value: <FileStateTag file={file} /> },
        ]}
      />
      <Heading level={2}>{t("evidence.copy.heading")}</Heading>
      {isShown(copy) && seen(copy)}
      <CopyReport copy={copy} />
      <Heading level={2}>{t("evidence.original.heading")}</Heading>
      <p>{t(hasOriginal ? "evidence.original.kept" : "evidence.original.gone")}</p>
      <p>
        {t("evidence.column.sha")}
        <br />
        <code className="hash">{file.sha256}</code>
      </p>
      {hasOriginal && (
        <ButtonRow>
          <ButtonLink href={FILE_PLACES[side].original(caseId, file.fileId)} look="secondary">
            {t("evidence.original.take")}
          </ButtonLink>
          {more}
        </ButtonRow>
      )}
      <FileTrail steps={trail} side={side} />
    </Page>
  );
}
