import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, refused } from "#app/access/guard.server.ts";
import { Heading, Lead } from "#app/design-system/content/heading.tsx";
import { Button, ButtonRow } from "#app/design-system/forms/button.tsx";
import { Form } from "#app/design-system/forms/form.tsx";
import { usePageForm } from "#app/design-system/forms/use-page-form.ts";
import { Page } from "#app/design-system/layout/page.tsx";
import { briefingParams } from "#app/features/briefings/briefing-params.ts";
import { readBriefing } from "#app/features/briefings/drafting/briefing-queries.server.ts";
import type { ListCost } from "#app/features/briefings/drafting/chosen-table.ts";
import { chosenTables, listCost, tableOptions } from "#app/features/briefings/drafting/chosen-tables.server.ts";
import { tableChoiceForm } from "#app/features/briefings/drafting/table-choice-form.ts";
import { chooseTables } from "#app/features/briefings/drafting/table-set-commands.server.ts";
import { CostOfList } from "#app/features/briefings/drafting/ui/cost-of-list.tsx";
import { TableFields } from "#app/features/briefings/drafting/ui/table-fields.tsx";
import { localeOf } from "#app/i18n/negotiate.ts";
import { useText } from "#app/i18n/text-context.tsx";
import { page } from "#app/page-handle.ts";
import { paths } from "#app/paths.ts";

export const handle = page({ title: "drafting.choice.heading", leave: false });

export const loader = guardedLoader(
  { may: "briefing.compute", params: briefingParams },
  async ({ actor, params, request }) => {
    const { id, version, choices } = await readBriefing(actor, params.briefingId);
    const chosen = chosenTables(choices, localeOf(request));
    const defaults = { tables: chosen.map(({ value }) => value) };
    return {
      briefingId: id,
      version,
      chosen,
      defaults,
      cost: listCost(choices, localeOf(request)),
      ...tableOptions(localeOf(request)),
    };
  },
);

export const action = guardedAction(
  { may: "briefing.compute", params: briefingParams, form: tableChoiceForm },
  async ({ actor, params, form, request }) => {
    const saved = await chooseTables(actor, params.briefingId, form.recordVersion, form.choices);
    if (!saved.ok) return refused(saved.refusal, { told: { cost: listCost(form.choices, localeOf(request)) } });
    const next = form.isOneOfMore ? paths.briefingTableChoice : paths.briefingTables;
    return redirect(next(params.briefingId));
  },
);

export default function BriefingTableChoice() {
  const t = useText();
  const { briefingId, version, chosen, defaults, dimensions, filters, ...saved } = useLoaderData<typeof loader>();
  // Of the list that was refused, where one was: the saved one has not changed.
  const { cost = saved.cost } = (useActionData<typeof action>() ?? {}) as { cost?: ListCost };
  return (
    <Page back={paths.briefingTables(briefingId)}>
      <Heading>{t("drafting.choice.heading")}</Heading>
      <Lead>{t("drafting.choice.lead")}</Lead>
      <Form {...usePageForm()} recordVersion={version} defaults={defaults}>
        <CostOfList cost={cost} />
        <TableFields chosen={chosen} dimensions={dimensions} filters={filters} />
        <ButtonRow>
          <Button>{t("common.action.save")}</Button>
          <Button look="secondary" name="another" value="yes">
            {t("drafting.choice.another")}
          </Button>
        </ButtonRow>
      </Form>
    </Page>
  );
}
