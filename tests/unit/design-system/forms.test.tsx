import { describe, expect, test } from "vitest";
import { Button } from "#app/design-system/forms/button.tsx";
import { Checkbox } from "#app/design-system/forms/checkbox.tsx";
import { CheckboxCards } from "#app/design-system/forms/checkbox-cards.tsx";
import { DateWithPrecision } from "#app/design-system/forms/date-with-precision.tsx";
import { Form, type FormResult } from "#app/design-system/forms/form.tsx";
import { formValuesOf } from "#app/design-system/forms/form-values.ts";
import { MoneyInput } from "#app/design-system/forms/money-input.tsx";
import { RadioCards } from "#app/design-system/forms/radio-cards.tsx";
import { Select } from "#app/design-system/forms/select.tsx";
import { TextArea } from "#app/design-system/forms/text-area.tsx";
import { TextInput } from "#app/design-system/forms/text-input.tsx";
import { drawn } from "../../support/drawn.tsx";

const refusedFor = (field: string, values: FormResult["values"] = {}): FormResult => ({
  refusal: { kind: "invalid", code: "form.invalid", fields: { [field]: "refusal.form.unreadable" } },
  values,
});
const OPTIONS = [
  { value: "closed", label: "Closed our account" },
  { value: "frozen", label: "Froze our money", hint: "We see it but cannot use it" },
];

describe("a form", () => {
  test("is a native post with its token and the record's version", () => {
    const html = drawn(
      <Form formToken="t0ken" recordVersion={3}>
        <Button>Continue</Button>
      </Form>,
    );
    expect(html).toContain('<form method="post" novalidate="">');
    expect(html).toContain('<input type="hidden" name="formToken" value="t0ken"/>');
    expect(html).toContain('<input type="hidden" name="recordVersion" value="3"/>');
    expect(html).toContain('<button type="submit" class="button button--primary">');
  });

  test("that was refused begins with a summary that takes the focus and leads to the field", () => {
    const html = drawn(
      <Form result={refusedFor("story")}>
        <TextArea name="story" label="Your words" />
      </Form>,
    );
    expect(html.indexOf("error-summary")).toBeLessThan(html.indexOf("<form"));
    expect(html).toMatch(/<div class="error-summary" role="alert" tabindex="-1" autofocus=""/);
    expect(html).toContain('<a href="#field-story">');
    expect(html).toMatch(/<textarea id="field-story"[^>]*aria-describedby="field-story-error" aria-invalid="true"/);
  });

  test("offers the other languages behind its own buttons, without losing what was typed", () => {
    const form = (
      <Form action="/reports/new">
        <Button>Continue</Button>
      </Form>
    );
    const html = drawn(form, { frame: { hasForm: true } });
    expect(html).toMatch(
      /<button type="submit" formNoValidate="" formEncType="application\/x-www-form-urlencoded" formAction="\/reports\/new\?language=fr" name="inLanguage" value="fr"/i,
    );
    expect(html.indexOf("inLanguage")).toBeGreaterThan(html.indexOf("Continue"));
    expect(drawn(form)).not.toContain("inLanguage");
  });

  test("that came back keeps the version that was read, unless the newest one is shown beside it", () => {
    const versionIn = (refusal: FormResult["refusal"]) =>
      /name="recordVersion" value="(\d+)"/.exec(
        drawn(
          <Form recordVersion={4} result={{ refusal, values: { recordVersion: "3" } }}>
            {null}
          </Form>,
        ),
      )?.[1];
    expect(versionIn({ kind: "kept", code: "form.in-language" })).toBe("3");
    expect(versionIn({ kind: "invalid", code: "form.invalid" })).toBe("3");
    expect(versionIn({ kind: "conflict", code: "case.changed-meanwhile" })).toBe("4");
  });

  test("says in words what is not about one field", () => {
    const result: FormResult = { refusal: { kind: "conflict", code: "case.changed-meanwhile" }, values: {} };
    expect(drawn(<Form result={result}>{null}</Form>)).toContain("Somebody changed this report at the same moment");
  });

  test("comes back with everything as it was typed, but never a passphrase", () => {
    const html = drawn(
      <Form result={refusedFor("name", { name: "<Bank> & sons", passphrase: "seven secret words" })}>
        <TextInput name="name" label="Name" />
        <TextInput name="passphrase" label="Passphrase" type="password" />
      </Form>,
    );
    expect(html).toContain('value="&lt;Bank&gt; &amp; sons"');
    expect(html).not.toContain("seven secret words");
  });

  test("does not tick again what was unticked", () => {
    const cards = <CheckboxCards name="papers" label="Papers" options={OPTIONS} defaultValues={["closed"]} />;
    expect(drawn(<Form>{cards}</Form>)).toContain('checked=""');
    expect(drawn(<Form result={refusedFor("other")}>{cards}</Form>)).not.toContain('checked=""');
  });
});

describe("fields", () => {
  test("of answers are cards that hold their explanation, in one group with one name", () => {
    const html = drawn(
      <Form defaults={{ incident: "frozen" }}>
        <RadioCards name="incident" label="What did the bank do?" asHeading options={OPTIONS} />
      </Form>,
    );
    expect(html).toMatch(/<legend[^>]*><h1[^>]*>What did the bank do\?/);
    expect(html).toContain('<input type="radio" id="field-incident-2" name="incident" checked="" value="frozen"/>');
    expect(html).toMatch(/<label for="field-incident-2">.*We see it but cannot use it.*<\/label>/);
  });

  test("are told apart as optional, and described by their hint", () => {
    const html = drawn(<TextInput name="bank" label="Bank" hint="As it calls itself" optional />);
    expect(html).toContain("(optional)");
    expect(html).toContain('aria-describedby="field-bank-hint"');
  });

  test("for Latin words stay left to right and unspelled in Arabic", () => {
    expect(drawn(<TextInput name="words" label="كلمات" latin />, { locale: "ar" })).toMatch(
      /dir="ltr" lang="en" spellCheck="false"/i,
    );
  });

  test("of a date ask for its parts and how sure it is", () => {
    const html = drawn(<DateWithPrecision name="startedOn" label="When?" />);
    for (const name of ["startedOnDay", "startedOnMonth", "startedOnYear", "startedOnPrecision"])
      expect(html).toContain(`name="${name}"`);
    expect(drawn(<DateWithPrecision name="dueOn" label="When?" precisions={false} />)).not.toContain("dueOnPrecision");
  });

  test("of money ask for amount and currency", () => {
    const html = drawn(
      <MoneyInput
        name="amount"
        label="How much?"
        currencies={[{ value: "EUR", label: "Euro" }]}
        defaultCurrency="EUR"
      />,
    );
    expect(html).toContain('name="amountAmount"');
    expect(html).toContain('<option value="EUR" selected="">Euro</option>');
  });

  test("of long lists are grouped and begin empty", () => {
    const html = drawn(
      <Select name="country" label="Country" options={[{ value: "NL", label: "Netherlands", group: "Europe" }]} />,
    );
    expect(html).toContain(
      '<option value="" selected="">Choose one</option><optgroup label="Europe"><option value="NL">',
    );
  });

  test("of one statement send what they say", () => {
    expect(drawn(<Checkbox name="agreed" label="I agree" />)).toContain('name="agreed" value="yes"');
  });

  test("of long text say how much they take, and cut nothing off", () => {
    const html = drawn(<TextArea name="story" label="Story" maxLength={20_000} />);
    expect(html).toContain("At most 20,000 characters");
    expect(html).not.toContain("maxlength");
  });
});

describe("a form in the browser", () => {
  test("is read as the server reads it", () => {
    const data = new FormData();
    data.append("one", "1");
    data.append("many", "a");
    data.append("many", "b");
    data.append("file", new Blob(["x"]));
    expect(formValuesOf(data)).toEqual({ one: "1", many: ["a", "b"] });
  });
});
