import { Notice } from "#app/design-system/content/notice.tsx";
import type { NotePageData, ShownPart } from "#app/features/state-notes/state-note-page.ts";
import type { PartStanding } from "#app/features/state-notes/state-note-standing.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { paths } from "#app/paths.ts";

const of = (parts: readonly ShownPart[], standing: PartStanding) => parts.filter((part) => part.standing === standing);

/** What has ended since, and what is to be done about it: nothing of it leaves, and what has left is asked back. */
export function EndedParts({ note: { parts, state } }: { readonly note: NotePageData }) {
  const t = useText();
  const [ended, recalled, elsewhere] = [of(parts, "ended"), of(parts, "recalled"), of(parts, "elsewhere")];
  return (
    <>
      {recalled.length > 0 && (
        <Notice kind="danger" title={t("state-notes.ended.recalled")}>
          <p>{t("state-notes.ended.recalled-why")}</p>
          <PartLinks parts={recalled} />
        </Notice>
      )}
      {ended.length > 0 && state !== "expired" && (
        <Notice kind="warning" title={t("state-notes.ended.removed", { count: ended.length })}>
          <p>{t("state-notes.ended.removed-why")}</p>
          <PartLinks parts={ended} />
        </Notice>
      )}
      {elsewhere.length > 0 && (
        <Notice kind="information" title={t("state-notes.ended.elsewhere", { count: elsewhere.length })}>
          <p>{t("state-notes.ended.elsewhere-why")}</p>
        </Notice>
      )}
    </>
  );
}

function PartLinks({ parts }: { readonly parts: readonly ShownPart[] }) {
  return (
    <ul>
      {parts.map(({ caseId, referralId, reference, isThere }) => (
        <li key={referralId}>
          {isThere ? (
            <a href={paths.caseReferral(caseId, referralId)}>
              <bdi>{reference}</bdi>
            </a>
          ) : (
            <bdi>{reference}</bdi>
          )}
        </li>
      ))}
    </ul>
  );
}
