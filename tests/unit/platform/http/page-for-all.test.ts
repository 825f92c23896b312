import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { pageBody } from "#app/platform/http/page-for-all.server.ts";

const HTML = "<p>Briefing</p>".repeat(100);
const bodyOf = async (cacheControl: string, accepted: string | null) => {
  const headers = new Headers({ "Cache-Control": cacheControl, Vary: "Cookie" });
  const body = await pageBody(HTML, headers, accepted);
  return { body, encoding: headers.get("Content-Encoding"), vary: headers.get("Vary") };
};

test("a page that everybody may keep is packed for who takes it so, and comes back whole", async () => {
  const { body, encoding, vary } = await bodyOf("public, max-age=300", "gzip, deflate, br");
  expect([encoding, vary]).toEqual(["gzip", "Cookie, Accept-Encoding"]);
  expect(gunzipSync(body).toString()).toBe(HTML);
  expect(body.length).toBeLessThan(HTML.length / 2);
});

test.each([
  ["public, max-age=300", "gzip;q=0, br"],
  ["public, max-age=300", null],
  ["no-store", "gzip"],
  ["private, max-age=60", "gzip"],
])("%s with %s stays as it is", async (cacheControl, accepted) => {
  expect(await bodyOf(cacheControl, accepted)).toMatchObject({ body: HTML, encoding: null });
});

test("what is said of keeping it depends on what the browser takes, also where it is not packed", async () => {
  expect((await bodyOf("public, max-age=300", null)).vary).toBe("Cookie, Accept-Encoding");
  expect((await bodyOf("no-store", null)).vary).toBe("Cookie");
});
