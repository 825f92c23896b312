import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { MOST_FIGURES } from "#app/features/briefings/briefing.ts";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { saveSpecification } from "#app/features/briefings/drafting/briefing-draft-commands.server.ts";
import { figureText, specificationForm } from "#app/features/briefings/drafting/briefing-forms.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import { chartDefaults, chartOptions } from "#app/features/briefings/drafting/chart-options.server.ts";
import {
  type FigureOption,
  figureOptions,
  figuresToBeginWith,
} from "#app/features/briefings/drafting/figure-options.server.ts";
import { ChartFields } from "#app/features/briefings/drafting/ui/chart-fields.tsx";
import { SpecificationFields } from "#app/features/briefings/drafting/ui/specification-fields.tsx";
import { listAspSessions } from "#app/features/registers/asp-session-queries.server.ts";
import { localeOf } from "#app/i18n/negotiate.ts";
import type { Text } from "#app/i18n/text.tsx";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.step.specification", leave: false });

export const loader = guardedLoader(
  { may: "briefing.write", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, draft, tables } = await readBriefing(actor, params.briefingId);
    const { session, locales } = draft.specification;
    const release = tables?.release ?? null;
    return {
      briefingId: id,
      version,
      sessions: (await listAspSessions(actor)).map((one) => one.session),
      figures: figureOptions(draft, release, localeOf(request)),
      charts: chartOptions(draft, release, localeOf(request)),
      chosen: chartDefaults(draft),
      defaults: {
        session,
        locales,
        figures: figuresToBeginWith(draft, release).map(figureText),
        ...chartDefaults(draft),
      },
    };
  },
);

export const action = guardedAction(
  { may: "briefing.write", params: briefingParams, form: specificationForm },
  async ({ actor, params, form }) => {
    const saved = await saveSpecification(actor, params.briefingId, form.recordVersion, form.specification);
    return saved.ok ? redirect(paths.briefingDraft(params.briefingId)) : refused(saved.refusal);
  },
);

/** The usual figures and a handful more; a briefing of many tables has hundreds. */
const OPEN_FIGURES = 10;

export default function BriefingSpecification() {
  const t = useText();
  const { briefingId, version, sessions, figures, charts, chosen, defaults } = useLoaderData<typeof loader>();
  return (
    <Page back={paths.briefingDraft(briefingId)}>
      <Heading>{t("drafting.step.specification", { language: "" })}</Heading>
      <Lead>{t("drafting.specification.lead")}</Lead>
      <Form {...usePageForm()} recordVersion={version} defaults={defaults}>
        <SpecificationFields sessions={sessions} />
        {figures.length > 0 ? (
          <CheckboxCards
            name="figures"
            label={t("drafting.specification.figures")}
            hint={t("drafting.specification.figures-hint", { count: MOST_FIGURES })}
            fold={{
              after: OPEN_FIGURES,
              label: t("drafting.specification.figures-more", { count: figures.length - OPEN_FIGURES }),
            }}
            options={figures.map(({ value, label, figure, title, isStandard }) => ({
              value,
              label: figure === null ? label : t("briefings.chart.bar", { label, value: figure }),
              hint: hintOf({ figure, title, isStandard }, t),
            }))}
          />
        ) : (
          <p className="hint">{t("drafting.specification.figures-later")}</p>
        )}
        <ChartFields charts={charts} chosen={chosen} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}

function hintOf({ figure, title, isStandard }: Pick<FigureOption, "figure" | "title" | "isStandard">, t: Text): string {
  if (figure === null) return t("drafting.specification.not-shown");
  return isStandard ? t("drafting.specification.usual", { title }) : title;
}
