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

  test("an option that a command does not know is refused with its usage and status 2", async () => {
    const { status, stderr } = await thaw(["setup", "--teem", "Europe"]);
    expect(status).toBe(2);
    expect(stderr).toContain("--teem");
    expect(stderr).toContain("Usage: npx thaw setup");
  });

  test("a file that is not there is told in a sentence", async () => {
    const answer = await thaw(["import", "no-such-file.csv", "--as", "nobody-here-01"]);
    expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining("There is no file no-such-file.csv") });
  });

  test("an unknown command is refused with status 2", async () => {
    expect(await thaw(["melt"])).toMatchObject({ status: 2, stderr: expect.stringContaining('no command "melt"') });
  });
});
