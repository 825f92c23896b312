import { describe, expect, test } from "vitest";
import { namesOf, readUploadBody } from "#app/access/upload-body.server.ts";

const TYPE = "multipart/form-data; boundary=x";
const field = (name: string, content = "") =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`;
const file = (name: string) => `--x\r\nContent-Disposition: form-data; name="f"; filename="${name}"\r\n\r\na\r\n`;

/** Sends the same piece again and again, and counts how much of it was taken. */
function endless(piece: string, times: number) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        taken += 1;
        if (taken > times) controller.close();
        else controller.enqueue(Buffer.from(piece));
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: "POST", headers: { "Content-Type": TYPE }, body, duplex: "half" };
  return { request: new Request("http://127.0.0.1/", init as RequestInit), taken: () => taken };
}

/** Whoever sends them is nobody yet: the gate decides on the fields, so that they are read before anyone is known. */
describe("fields of a form with files, which nobody has looked at yet", () => {
  test("are read up to two hundred and not to the end of fifty megabytes", async () => {
    for (const piece of [field("a").repeat(50), file("").repeat(50)]) {
      const { request, taken } = endless(piece, 20_000);
      const { refusal, values } = await readUploadBody(request);
      expect(refusal).toMatchObject({ kind: "invalid" });
      expect(values).toEqual({});
      expect(taken()).toBeLessThan(20);
    }
  });

  test("are together as long as any other form at most", async () => {
    const { request, taken } = endless(field("a", "word ".repeat(3_900)), 199);
    expect((await readUploadBody(request)).refusal).toMatchObject({ code: "form.unreadable" });
    expect(taken()).toBeLessThan(30);
  });

  test("come back to their writer however much too long one is, as those of a form without files do", async () => {
    const long = "شرح ".repeat(25_000);
    const body = `${field("formToken", "t")}${field("text", long)}${file("a.txt")}--x--\r\n`;
    const request = new Request("http://127.0.0.1/", { method: "POST", headers: { "Content-Type": TYPE }, body });
    const { refusal, values } = await readUploadBody(request);
    expect(refusal).toMatchObject({ code: "form.too-long", fields: { text: "refusal.form.too-long" } });
    expect(values).toEqual({ formToken: "t", text: long });
  });

  test("and files are looked at as long as there are two hundred parts, and no longer", async () => {
    const { request, taken } = endless(file("a.txt").repeat(50), 20_000);
    const { files } = await readUploadBody(request);
    expect(await namesOf(files)).toHaveLength(20);
    expect(taken()).toBeLessThan(20);
  });
});
