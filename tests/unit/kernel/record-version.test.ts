import { describe, expect, test } from "vitest";
import { recordVersion } from "#app/kernel/record-version.ts";

describe("the version in a form", () => {
  test.each(["1", "2147483647"])("takes %s", (typed) => {
    expect(recordVersion.parse(typed)).toBe(Number(typed));
  });

  test.each(["", "0", "-1", "1.5", "2147483648", "1e300", "NaN", "0x", ["1", "2"], {}, undefined])(
    "refuses %j, which no column holds",
    (typed) => {
      expect(recordVersion.safeParse(typed).success).toBe(false);
    },
  );
});
