import { beforeAll, expect, test } from "vitest";
import type { ReferralPageData, TeamReferralPage } from "#app/features/referrals/referral-page.ts";
import type { CaseId, ReferralId } from "#app/kernel/id.ts";
import * as one from "#app/routes/casework/case-referral.tsx";
import * as end from "#app/routes/casework/case-referral-end.tsx";
import * as making from "#app/routes/casework/case-referral-new.tsx";
import * as taking from "#app/routes/casework/case-referral-take.tsx";
import * as consent from "#app/routes/reporter/report-consent.tsx";
import * as own from "#app/routes/reporter/report-referral.tsx";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onBothDatabases } from "../support/database.ts";
import { newReceiver, opened } from "../support/referrals.ts";
import { sendReport } from "../support/reports.ts";
import { type Cookie, fetched, open, send, signedInAs } from "../support/requests.ts";

interface Refused {
  readonly refusal: { readonly code: string; readonly fields?: Readonly<Record<string, string>> };
}

onBothDatabases("the pages of a referral", () => {
  let team: CaseTeam;
  let intake: Cookie;
  let reporter: Cookie;
  let caseId: CaseId;
  let receiver: Awaited<ReturnType<typeof newReceiver>>;

  beforeAll(async () => {
    team = await newCaseTeam();
    receiver = await newReceiver();
    intake = await signedInAs(team.world.coordinators[0], "intake", team.world.setUp.teamId);
    reporter = await signedInAs(team.reporter, "reporter");
    caseId = await sendReport(await team.as.reporter(), { consent: { consent: "c3_anonymised_narrative" } });
  });

  type Door = { loader: unknown; action?: unknown };
  const at = (cookie: Cookie, referralId = "") => ({ cookie, params: { caseId, referralId } });
  const load = async <D>({ loader }: Door, cookie: Cookie, id?: string) =>
    (await open<D & { formToken: string }>(loader as never, "/page", at(cookie, id))).data;
  const press = async (door: Door, cookie: Cookie, fields: Record<string, string | string[]>, id?: string) => {
    const { formToken } = await load<object>(door, cookie, id);
    return send<Refused>(door.action as never, "/page", { formToken, ...fields }, at(cookie, id));
  };
  const typed = () => ({
    kind: "lawyer",
    name: "Anna Advocate",
    purpose: "To contest the closure.",
    parts: ["what", "story"],
    language: "en",
    tlp: "tlp_red",
    days: "30",
    key: `${receiver.key.slice(0, 30)}\r\n ${receiver.key.slice(30)} `,
  });
  const prepared = async (): Promise<ReferralId> => {
    const answer = await press(making, intake, typed());
    expect(answer).toMatchObject({ status: 302 });
    return answer.location!.split("/").at(-1) as ReferralId;
  };
  const seen = async (id: ReferralId) => (await load<{ referral: ReferralPageData }>(own, reporter, id)).referral;

  test("the form says beside each field what is missing, and offers what the consent allows", async () => {
    const { choices } = await load<{ choices: { kinds: string[]; parts: object[]; tlps: string[] } }>(making, intake);
    expect(choices.kinds).toEqual(["lawyer", "partner", "state_authority", "other"]);
    expect(choices.tlps).toEqual(["tlp_red", "tlp_amber_strict"]);
    expect(choices.parts).toContainEqual({ part: "what", lawyerOnly: false });
    expect(choices.parts).toContainEqual({ part: "story", lawyerOnly: true });
    const empty = await press(making, intake, { parts: ["summary"], days: "365" });
    expect(empty.status).toBe(422);
    expect(empty.data.refusal.fields).toEqual({
      kind: "referrals.kind.required",
      name: "referrals.name.required",
      purpose: "referrals.purpose.required",
      key: "referrals.key.required",
      language: "referrals.language.required",
      tlp: "referrals.tlp.required",
      days: "referrals.days.required",
    });
    const noteOf = async (fields: object) =>
      (await press(making, intake, { ...typed(), ...fields })).data.refusal.fields;
    expect(await noteOf({ parts: ["summary"] })).toEqual({ summary: "referrals.summary.required" });
    expect(await noteOf({ summary: "They have thirty days." })).toEqual({ summary: "referrals.summary.not-ticked" });
    expect(await noteOf({ parts: "" })).toEqual({ parts: "referrals.parts.required" });
    const iban = await press(making, intake, { ...typed(), purpose: "Account GB29 NWBK 6016 1331 9268 19" });
    expect(iban.data.refusal.fields).toEqual({ purpose: "report.text.account-number" });
  });

  test("from the form to the receiver: preview, yes, fingerprint compared, bundle, and a word back", async () => {
    const id = await prepared();
    const { data } = await load<{ data: TeamReferralPage }>(one, intake, id);
    expect(data).toMatchObject({ isAsked: true, objections: [], referral: { state: "prepared" } });
    expect(data.referral.fingerprint).toHaveLength(8);
    expect((await press(one, intake, { recordVersion: "1" }, id)).status).toBe(302);
    const { version, hash, content } = await seen(id);
    expect(content).toEqual(data.referral.content);
    expect((await press(own, reporter, { recordVersion: String(version), hash, decision: "agree" }, id)).status).toBe(
      302,
    );
    const recordVersion = String(version + 1);
    expect((await press(taking, intake, { recordVersion }, id)).data.refusal.fields).toEqual({
      compared: "referrals.take.compare-first",
    });
    const { formToken } = await load<object>(taking, intake, id);
    const form = { formToken, recordVersion, compared: "yes" };
    const answer = await fetched(taking.action as never, "/page", { ...at(intake, id), form });
    expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
    const archive = await opened(receiver.identity, new Uint8Array(await answer.arrayBuffer()));
    expect(new TextDecoder().decode(archive["case.txt"])).toContain("The bank wrote that it will end our account.");
    expect((await press(own, reporter, { recordVersion, hash, decision: "object" }, id)).status).toBe(302);
    expect(await seen(id)).toMatchObject({ state: "recalled", ended: { by: "reporter" } });
    const last = await load<{ version: number; end: string }>(end, intake, id);
    expect(last.end).toBe("recalled");
    expect((await press(end, intake, { recordVersion: String(last.version) }, id)).location).toBe(
      `/cases/${caseId}/referrals`,
    );
    expect((await seen(id)).deletionAskedOn).not.toBeNull();
    expect((await open(end.loader as never, "/page", at(intake, id))).status).toBe(404);
  });

  test("the page of consent ends what it no longer carries, and the pages say so", async () => {
    const answer = await press(making, intake, { ...typed(), kind: "partner", name: "Bridge Fund", parts: ["what"] });
    const id = answer.location!.split("/").at(-1) as ReferralId;
    await press(one, intake, { recordVersion: "1" }, id);
    expect(await seen(id)).toMatchObject({ state: "asked" });
    await press(consent, reporter, { consent: "c2_aggregate" });
    expect(await seen(id)).toMatchObject({ state: "stopped", content: null, ended: { by: "consent" } });
    expect(await load<{ choices: { kinds: string[] } }>(making, intake)).toMatchObject({
      choices: { kinds: ["lawyer"] },
    });
  });

  test("what was only prepared is discarded without a word to its reporter", async () => {
    const id = await prepared();
    expect((await open(own.loader as never, "/page", at(reporter, id))).status).toBe(404);
    expect((await press(end, intake, { recordVersion: "1" }, id)).status).toBe(302);
    expect((await open(one.loader as never, "/page", at(intake, id))).status).toBe(404);
  });
});
