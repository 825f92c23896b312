import { DataTable } from "#app/design-system/content/data-table.tsx";
import { Facts } from "#app/design-system/content/facts.tsx";
import { Fold } from "#app/design-system/content/fold.tsx";
import { Heading } from "#app/design-system/content/heading.tsx";
import type { ShownFigure, ShownProtection } from "#app/features/briefings/release/protection-words.server.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { useFormats } from "#app/i18n/use-formats.ts";

/** For guardians: the figures of cases, and those of a survey beside them. */
export function ProtectionTables({ survey, ...cases }: ShownProtection) {
  const t = useText();
  return (
    <>
      <Report {...cases} />
      {survey && (
        <>
          <Heading level={2}>{t("drafting.protection.survey")}</Heading>
          <p>{t("drafting.protection.survey-why")}</p>
          <Report {...survey} />
        </>
      )}
    </>
  );
}

/** Each withheld figure with why it is withheld and how near a reader comes. */
function Report({ seed, repairs, least, groups }: Omit<ShownProtection, "survey">) {
  const t = useText();
  const { number } = useFormats();
  const range = ({ least: from, most: to }: ShownFigure["outside"]) =>
    t("drafting.protection.range", { from: number(from), to: number(to) });
  const why = ({ reasons }: ShownFigure) =>
    reasons.length === 0
      ? t("drafting.protection.why-hides-another")
      : reasons.map((reason) => t(`drafting.protection.why-${reason}`)).join(" ");
  return (
    <>
      <Facts
        facts={[
          { label: t("drafting.protection.least"), value: number(least) },
          { label: t("drafting.protection.repairs"), value: number(repairs) },
        ]}
      />
      <p className="fingerprint">
        {t.rich("drafting.protection.seed", {
          seed: (
            <code key="seed" dir="ltr">
              {seed}
            </code>
          ),
        })}
      </p>
      {groups.length === 0 && <p>{t("drafting.protection.nothing-withheld")}</p>}
      {groups.map(({ title, figures }) => (
        <Fold key={title} label={t("drafting.protection.group", { title, count: figures.length })}>
          <DataTable
            caption={title}
            captionHidden
            dense
            rows={figures}
            rowKey={(figure) => String(figures.indexOf(figure))}
            columns={[
              { key: "figure", header: t("drafting.protection.figure"), cell: ({ name }) => name, isRowHeader: true },
              { key: "why", header: t("drafting.protection.why"), cell: why },
              { key: "outside", header: t("drafting.protection.outside"), cell: ({ outside }) => range(outside) },
              {
                key: "inside",
                header: t("drafting.protection.inside"),
                cell: ({ inside }) => (inside ? range(inside) : t("drafting.protection.not-promised")),
              },
            ]}
          />
        </Fold>
      ))}
    </>
  );
}
