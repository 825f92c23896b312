import { describe, expect, test } from "vitest";
import { isOvertaken } from "#app/features/cases/lists/case-list.ts";
import { askCasesForm } from "#app/features/cases/lists/list-forms.ts";
import { isReceiverKey } from "#app/platform/crypto/age.server.ts";

describe("a list on its way out", () => {
  const holds = [
    { caseId: "a", consent: "c2_aggregate" as const },
    { caseId: "b", consent: null },
  ];

  test("is overtaken by a case that is gone and by a consent that was lowered or raised, and by nothing else", () => {
    expect(isOvertaken({ holds }, holds)).toBe(false);
    expect(isOvertaken({ holds }, [...holds, { caseId: "c", consent: null }])).toBe(false);
    expect(isOvertaken({ holds }, holds.slice(0, 1))).toBe(true);
    for (const consent of ["c1_internal", "c3_anonymised_narrative"] as const)
      expect(isOvertaken({ holds }, [{ caseId: "a", consent }, holds[1]!])).toBe(true);
  });
});

describe("the form that asks for whole cases", () => {
  const recipient = "age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p";
  const messageOf = (text: string) => askCasesForm.safeParse({ recipient: text }).error?.issues[0]?.message;

  test("takes a key, and notes only where they are asked for", async () => {
    expect(askCasesForm.parse({ recipient: ` ${recipient}\n` })).toEqual({ recipient, withNotes: false });
    expect(await isReceiverKey(recipient)).toBe(true);
    expect(askCasesForm.parse({ recipient, withNotes: "yes" })).toEqual({ recipient, withNotes: true });
  });

  test("says so where somebody pastes nothing, or the secret half", () => {
    expect(messageOf(" ")).toBe("lists.recipient.required");
    expect(messageOf("AGE-SECRET-KEY-1QQQ")).toBe("lists.recipient.secret");
    expect(messageOf("a".repeat(4001))).toBe("lists.recipient.wrong");
  });
});
