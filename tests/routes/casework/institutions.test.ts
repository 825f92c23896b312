import { beforeAll, expect, test } from "vitest";
import type { WorkCasePageData } from "#app/features/cases/casework/work-case-page.ts";
import type { MatchPageData } from "#app/features/cases/institutions/institution-match-page.ts";
import type {
  InstitutionListData,
  InstitutionPageData,
} from "#app/features/registers/institutions/institution-pages.ts";
import type { CaseId } from "#app/kernel/id.ts";
import * as casePage from "#app/routes/casework/case.tsx";
import * as match from "#app/routes/casework/case-institution.tsx";
import * as matchNew from "#app/routes/casework/case-institution-new.tsx";
import * as entry from "#app/routes/registers/institution.tsx";
import * as confirm from "#app/routes/registers/institution-confirm.tsx";
import * as edit from "#app/routes/registers/institution-edit.tsx";
import * as fold from "#app/routes/registers/institution-fold.tsx";
import * as add from "#app/routes/registers/institution-new.tsx";
import * as list from "#app/routes/registers/institutions.tsx";
import { type CaseTeam, newCaseTeam } from "../../support/case-team.ts";
import { onBothDatabases } from "../../support/database.ts";
import { sendReport } from "../../support/reports.ts";
import { type Cookie, open, send, signedInAs } from "../../support/requests.ts";
import { newColleague } from "../../support/world.ts";

interface List {
  readonly list: InstitutionListData;
  readonly formToken: string;
}
interface Entry {
  readonly institution: InstitutionPageData;
  readonly cases: { readonly total: number } | null;
}
interface FormData {
  readonly formToken: string;
  readonly version: number;
}

onBothDatabases("pages of institutions", () => {
  let team: CaseTeam;
  let intake: Cookie;
  let editor: Cookie;
  let caseId: CaseId;

  beforeAll(async () => {
    team = await newCaseTeam();
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    editor = await signedInAs(await newColleague(team.world, "editor"), "editor");
    caseId = await sendReport(await team.as.reporter());
  });

  const idIn = (location: string | null) => location?.split("/").at(-1) ?? "";
  const asked = (institutionId: string, cookie = intake) => ({ cookie, params: { institutionId } });
  const look = async (id: string, cookie = intake) =>
    (await open<Entry>(entry.loader, `/institutions/${id}`, asked(id, cookie))).data;
  const addOne = async (name: string, more: Record<string, string> = {}) => {
    const { data } = await open<FormData>(add.loader, "/institutions/new", { cookie: intake });
    return send<{ refusal: { fields: object }; values: object }>(
      add.action,
      "/institutions/new",
      { formToken: data.formToken, name, ...more },
      { cookie: intake },
    );
  };
  const submit = async (
    door: { loader: unknown; action: unknown },
    id: string,
    fields: Record<string, string> = {},
  ) => {
    const { data } = await open<FormData>(door.loader as typeof edit.loader, `/institutions/${id}`, asked(id));
    const hidden = { formToken: data.formToken, recordVersion: String(data.version) };
    return send(door.action as typeof edit.action, `/institutions/${id}`, { ...hidden, ...fields }, asked(id));
  };

  test("add, change, confirm and fold, and say beside the field what is wrong", async () => {
    const wrong = await addOne("Lakeside Bank", { bic: "LAKE", lei: "506700GE1G29325QX364" });
    expect(wrong).toMatchObject({
      status: 422,
      data: {
        refusal: { fields: { bic: "institutions.bic.wrong", lei: "institutions.lei.wrong" } },
        values: { bic: "LAKE" },
      },
    });
    const id = idIn((await addOne("Lakeside Bank", { bic: "lake ch bb", country: "CH" })).location);
    expect((await look(id)).institution).toMatchObject({
      names: ["Lakeside Bank"],
      bic: "LAKECHBB",
      state: "for_review",
    });
    await submit(edit, id, { name: "Lakeside Bank", country: "CH", spellings: "Banque du Lac" });
    await submit(confirm, id);
    expect((await look(id)).institution).toMatchObject({
      names: ["Lakeside Bank", "Banque du Lac"],
      state: "confirmed",
    });
    expect((await open(confirm.loader, "/institutions", asked(id))).status).toBe(404);
    const slip = idIn((await addOne("Laksid Bank")).location);
    expect((await submit(fold, slip, { into: id })).location).toBe(`/institutions/${id}`);
    expect((await look(slip)).institution.foldedInto?.id).toBe(id);
    expect((await open(fold.loader, "/institutions", asked(slip))).status).toBe(404);
  });

  test("a search stands in the session, never in an address", async () => {
    await addOne("Rivermouth Payments");
    const { data } = await open<List>(list.loader, "/institutions", { cookie: intake });
    const fields = { formToken: data.formToken, words: "rivermuoth payments" };
    const { location } = await send(list.action, "/institutions", fields, { cookie: intake });
    expect(location).toMatch(/^\/institutions\?view=[\w-]{12}$/);
    const found = await open<List>(list.loader, location!, { cookie: intake });
    expect(found.data.list).toMatchObject({ total: 1, rows: [{ name: "Rivermouth Payments" }] });
    const stranger = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    expect((await open<List>(list.loader, location!, { cookie: stranger })).data.list.words).toBe("");
  });

  test("match a case, which its institution's page shows to the team and not to an editor", async () => {
    const at = { cookie: intake, params: { caseId } };
    const { data } = await open<MatchPageData & FormData>(matchNew.loader, `/cases/${caseId}`, at);
    const hidden = { formToken: data.formToken, recordVersion: String(data.standing.version) };
    const fields = { name: "Northern Savings Bank", country: "DE", type: "commercial_bank" };
    expect((await send(matchNew.action, `/cases/${caseId}/institution/new`, { ...hidden, ...fields }, at)).status).toBe(
      302,
    );
    const shown = await open<{ work: WorkCasePageData }>(casePage.loader, `/cases/${caseId}`, at);
    const { matched } = shown.data.work.institution;
    expect(matched?.name).toBe("Northern Savings Bank");
    expect(await look(matched!.code)).toMatchObject({ cases: { total: 1 }, institution: { mayWrite: true } });
    expect(await look(matched!.code, editor)).toMatchObject({ cases: null, institution: { mayWrite: false } });
    const again = await open<MatchPageData & FormData>(match.loader, `/cases/${caseId}`, at);
    expect(again.data.chosen.institution).toBe(matched!.code);
    const form = { formToken: again.data.formToken, recordVersion: String(again.data.standing.version) };
    const nothing = await send<{ refusal: { fields: object } }>(match.action, `/cases/${caseId}`, form, at);
    expect(nothing.data.refusal.fields).toEqual({ institution: "institutions.match.required" });
    const other = { ...form, institution: "other", other: "" };
    expect((await send<{ refusal: { fields: object } }>(match.action, "/x", other, at)).data.refusal.fields).toEqual({
      other: "institutions.match.required",
    });
  });
});
