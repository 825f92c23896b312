import { Timeline } from "#app/design-system/content/timeline.tsx";
import type { KeptComment } from "#app/features/briefings/briefing-record.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** What editors and guardians have written to each other about this draft. */
export function CommentList({ comments }: { readonly comments: readonly KeptComment[] }) {
  const t = useText();
  const { dateTime } = useFormats();
  const entries = comments.map(({ at, by, role, text }) => ({
    key: at,
    when: dateTime(new Date(at)),
    title: (
      <>
        <bdi>{by}</bdi> · {t.dynamic(`common.role.${role}`)}
      </>
    ),
    body: <p dir="auto">{text}</p>,
  }));
  return <Timeline entries={entries} />;
}
