import { Heading } from "#app/design-system/content/heading.tsx";
import { SummaryList } from "#app/design-system/content/summary-list.tsx";
import type { ReferralContent } from "#app/features/referrals/referral.ts";
import { directionOf } from "#app/i18n/locales.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";
import { tlpName } from "./referral-words.tsx";

/** Exactly what is sent, word for word, in the receiver's language; the page around it keeps its own. */
export function ReferralContentView({ content }: { readonly content: ReferralContent | null }) {
  const t = useText();
  if (!content) return <p className="quiet">{t("referrals.preview.gone")}</p>;
  return (
    <section aria-labelledby="preview">
      <Heading level={2} id="preview">
        {t("referrals.preview.heading")}
      </Heading>
      <p>{t("referrals.preview.lead")}</p>
      <ContentWords content={content} />
    </section>
  );
}

/** What is told of one case and which files go along; also a part of a note, in which it stands with others. */
export function ContentWords({ content }: { readonly content: ReferralContent }) {
  const t = useText();
  const { language, summary, sections, tlp, files } = content;
  return (
    <>
      {summary && (
        <>
          <Heading level={3}>{t("referrals.part.summary")}</Heading>
          <div className="card typed" dir="auto">
            {summary}
          </div>
        </>
      )}
      <div className="card" lang={language} dir={directionOf(language)}>
        <p>
          <b>
            <bdi>{tlpName(tlp)}</bdi>
          </b>
        </p>
        {sections.map(({ part, heading, rows }) => (
          <section key={part}>
            <Heading level={3}>{heading}</Heading>
            <SummaryList rows={rows.map(({ term, answer }) => ({ term, value: <Answer lines={answer} /> }))} />
          </section>
        ))}
      </div>
      <FilesSent files={files} />
    </>
  );
}

function Answer({ lines }: { readonly lines: readonly string[] }) {
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is frozen is never reordered
    <div key={at} className="typed" dir="auto">
      {line}
    </div>
  ));
}

function FilesSent({ files }: Pick<ReferralContent, "files">) {
  const t = useText();
  const { bytes } = useFormats();
  if (files.length === 0) return null;
  return (
    <>
      <Heading level={3}>{t("referrals.preview.files")}</Heading>
      <ul>
        {files.map(({ place, half, sizeBytes, sha256 }) => (
          <li key={place}>
            <bdi>{place}</bdi> · {t(`referrals.files.${half}`, { size: bytes(sizeBytes) })}
            <br />
            <code className="hash">{sha256}</code>
          </li>
        ))}
      </ul>
    </>
  );
}
