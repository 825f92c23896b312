import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { thaw } from "../../support/command.ts";

const COMMANDS = readdirSync("app/cli")
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replace(".ts", ""));

describe("thaw", { timeout: 120_000 }, () => {
  test("without a command lists all of them, each with a line of its own", async () => {
    const { status, stdout } = await thaw([]);
    expect(status).toBe(0);
    for (const name of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S.+$`, "m"));
    expect(stdout).not.toContain("undefined");
  });

  test.each(COMMANDS)("%s explains itself and does nothing else", async (name) => {
    const { status, stdout, stderr } = await thaw([name, "--help"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain(`npx thaw ${name}`);
  });

  test("an unknown command is refused with status 2", async () => {
    expect(await thaw(["melt"])).toMatchObject({ status: 2, stderr: expect.stringContaining('no command "melt"') });
  });
});
