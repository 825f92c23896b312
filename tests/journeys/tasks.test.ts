import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { addDays, isoDayOf } from "#app/kernel/iso-day.ts";
import { isWell, pressMain } from "../support/browser.ts";
import { type CaseTeam, newCaseTeam } from "../support/case-team.ts";
import { onDatabase } from "../support/database.ts";
import { TWO_READERS, withJourney } from "../support/journey.ts";
import { sendReport } from "../support/reports.ts";
import { signedInAs } from "../support/requests.ts";

onDatabase("postgresql", "tasks at a browser", (db) => {
  const today = isoDayOf(new Date());
  let team: CaseTeam;
  const journey = withJourney(db, async () => {
    team = await newCaseTeam();
  });

  describe.each(TWO_READERS)("%s", (_name, options) => {
    let page: Page;
    let caseId: string;

    beforeAll(async () => {
      const deadlines = { closureOn: addDays(today, 3), payrollOn: null, hearingOn: null, windDownOn: null };
      caseId = await sendReport(await team.as.reporter(), { deadlines });
      const { coordinators, setUp } = team.world;
      page = await journey.page(options, await signedInAs(coordinators[0], "intake", setUp.teamId));
    }, 60_000);

    const open = async (path: string) => {
      const answer = await page.goto(path);
      expect(answer?.status()).toBe(200);
      await isWell(page, options);
    };
    const list = () => `/cases/${caseId}/tasks`;
    const fillDay = async (day: string) => {
      const [year = "", month = "", number = ""] = day.split("-");
      await page.fill("input[name=dueDay]", number);
      await page.fill("input[name=dueMonth]", month);
      await page.fill("input[name=dueYear]", year);
    };

    test("a day from the report stands on the case, in the work and in the calendar, without anybody entering it", async () => {
      await open(`/cases/${caseId}`);
      expect(await page.locator("section[aria-labelledby=tasks] tbody tr").count()).toBe(1);
      await open("/work");
      expect(await page.locator(`tbody a[href="/cases/${caseId}"]`).count()).toBe(1);
      await open("/work/calendar");
      const later = addDays(today, 3).slice(0, 7) !== today.slice(0, 7);
      if (later) await open("/work/calendar?page=1");
      expect(await page.locator(`.month-table a[href="${list()}"]`).count()).toBe(1);
      // A sheet on a wide screen, on a small one a list of the days that hold something.
      const shown = await page.locator(".month-table td:visible").count();
      expect(shown < 7).toBe(options.width === 320);
    });

    test("a task without its day comes back with everything as typed, and is then added", async () => {
      await open(`${list()}/new`);
      await page.fill("textarea[name=text]", "اتصلوا بالمصرف – ring the bank");
      await page.locator("input[value=appeal]").check({ force: true });
      await pressMain(page);
      await page.locator(".error-summary[role=alert]").waitFor();
      await isWell(page, options);
      expect(await page.inputValue("textarea[name=text]")).toContain("ring the bank");
      expect(await page.locator("input[value=appeal]").isChecked()).toBe(true);
      await fillDay(addDays(today, -1));
      await page.locator("select[name=owner]").selectOption({ index: 1 });
      await pressMain(page);
      await page.waitForURL(`**${list()}`);
      await isWell(page, options);
      expect(await page.locator("tbody tr").count()).toBe(2);
    });

    test("what is late stands on top of the queue, and leads to the work", async () => {
      await open("/queue");
      await page.locator('.notice a[href="/work"]').click();
      await page.waitForURL("**/work");
      await page.locator('a[href="/work?whose=mine"]').click();
      await page.waitForURL("**/work?whose=mine");
      await isWell(page, options);
      expect(await page.locator("tbody tr").count()).toBe(1);
    });

    test("it is finished and opened again", async () => {
      await open(list());
      await page.locator('tbody a[href$="/end"]').click();
      await page.waitForURL("**/end");
      await isWell(page, options);
      await page.locator("input[value=done]").check({ force: true });
      await page.fill("textarea[name=remark]", "They gave in.");
      await pressMain(page);
      await page.waitForURL(`**${list()}`);
      await isWell(page, options);
      await page.locator('tbody a[href$="/reopen"]').click();
      await page.waitForURL("**/reopen");
      await isWell(page, options);
      await pressMain(page);
      await page.waitForURL(`**${list()}`);
      expect(await page.locator('tbody a[href$="/end"]').count()).toBe(1);
      await page.goto(`/cases/${caseId}`);
      expect(await page.locator(".timeline__entry").count()).toBe(4);
    });

    test("the file for a calendar program comes as a download, and a colleague takes over", async () => {
      await open("/work/calendar");
      const download = page.waitForEvent("download");
      await page.locator('a[href^="/work/calendar.ics"]').click();
      expect((await download).suggestedFilename()).toBe("calendar.ics");
      await open("/work/hand-over");
      await page.locator("select[name=from]").selectOption(team.world.coordinators[0].userId);
      await page.locator("select[name=to]").selectOption(team.world.coordinators[1].userId);
      const answered = page.waitForEvent("load");
      await page.locator("button[name=what][value=tasks]").click();
      await answered;
      await isWell(page, options);
      await open("/work?whose=mine");
      expect(await page.locator(".empty-state").count()).toBe(1);
    });
  });
});
