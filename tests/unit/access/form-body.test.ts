import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readFormBody, readKept, withoutSecrets, worthKeeping } from "#app/access/form-body.server.ts";

const post = (body: string) => new Request("http://localhost/", { method: "POST", body });

describe("a form's body", () => {
  test("is read as one text a field, or a list where a field comes several times", async () => {
    expect(await readFormBody(post("a=1&b=2&b=3&c="))).toEqual({
      values: { a: "1", b: ["2", "3"], c: "" },
      refusal: null,
    });
  });

  test("loses what can be stored nowhere: NUL and lone surrogates", async () => {
    const body = await readFormBody(post("a=x%00y&b=%ED%A0%80"));
    expect(body).toMatchObject({ values: { a: "xy" }, refusal: null });
    expect(String(body.values.b).isWellFormed()).toBe(true);
  });

  test("has no prototype to climb on", async () => {
    const body = await readFormBody(post("__proto__=1&constructor=2"));
    expect(Object.getPrototypeOf(body.values)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("counts the end of a line as one character", async () => {
    expect((await readFormBody(post("a=x%0D%0Ay"))).values).toEqual({ a: "x\ny" });
  });

  test("has at most 200 fields of at most 20,000 characters, and keeps what is too long", async () => {
    expect((await readFormBody(post("a=1&".repeat(200).slice(0, -1)))).refusal).toBeNull();
    expect((await readFormBody(post("a=1&".repeat(201).slice(0, -1)))).refusal).toEqual({
      kind: "invalid",
      code: "form.too-many-fields",
    });
    expect((await readFormBody(post(`a=${"x".repeat(20_000)}`))).refusal).toBeNull();
    const tooLong = await readFormBody(post(`a=${"x".repeat(20_001)}`));
    expect(tooLong.refusal).toMatchObject({ code: "form.too-long", fields: { a: "refusal.form.too-long" } });
    expect(tooLong.values.a).toHaveLength(20_001);
  });

  test("gives back to a page all but what opens an account", () => {
    const typed = {
      handle: "h",
      passphrase: "p",
      words: "w",
      code: "c",
      formToken: "t",
      kept: "k",
      ticket: "x",
      note: "n",
    };
    expect(withoutSecrets(typed)).toEqual({ handle: "h", kept: "k", ticket: "x", note: "n" });
    expect(worthKeeping(typed)).toEqual({ handle: "h", note: "n" });
  });
});

describe("a kept form", () => {
  test("comes back as it was", () => {
    const values = fc.dictionary(fc.stringMatching(/^[a-z]\w*$/), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(values, (form) => {
        expect(readKept(JSON.stringify(form))).toEqual(form);
      }),
    );
  });

  test("has no fields where it is no form, whatever it is", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => readKept(text)).not.toThrow();
      }),
    );
    for (const text of ["", "null", "[1]", '{"a":1}', '{"a":{"b":"c"}}']) expect(readKept(text)).toEqual({});
  });
});
