import type { SetUp } from "#app/features/accounts/set-up.server.ts";
import { textFor } from "#app/i18n/messages.server.ts";
import { totpUri } from "#app/platform/crypto/totp.server.ts";

const RULE = "=".repeat(72);
/** A form feed: a printer begins each part on paper of its own. */
const NEW_PAGE = "\f";
const WORDS_A_ROW = 4;

/** Everything a fresh installation shows once, as plain text to print, cut and hand out: one page a person, one a share. */
export function sheets({ accounts, escrowSheets }: SetUp): string {
  const pages = [
    ...accounts.map(accountPage),
    ...escrowSheets.map((sheet, at) => escrowPage(sheet, at + 1, escrowSheets.length)),
  ];
  return pages.join(NEW_PAGE);
}

function accountPage({ role, handle, passphrase, sheet, totpSecret }: SetUp["accounts"][number]): string {
  return page(`${textFor("en").dynamic(`common.role.${role}`)}: ${handle}`, [
    ["Handle", [handle]],
    ["Passphrase (seven words, asked at every sign-in)", [passphrase]],
    ["Recovery sheet (twelve words; opens the account when the passphrase is lost)", rows(sheet)],
    ["Secret for the authenticator app", [totpSecret, totpUri(totpSecret, handle)]],
  ]);
}

function escrowPage(sheet: string, number: number, of: number): string {
  return page(`escrow sheet ${number} of ${of}`, [
    ["Two of the three sheets together open the team's keys. Keep each with another person.", sheet.split("\n")],
  ]);
}

function page(title: string, parts: readonly (readonly [heading: string, lines: readonly string[]])[]): string {
  const body = parts.map(([heading, lines]) => `${heading}\n${lines.map((line) => `    ${line}`).join("\n")}\n`);
  return `${RULE}\nThaw · ${title}\n${RULE}\n\n${body.join("\n")}\n`;
}

/** Numbered, because words on paper are copied one by one. */
function rows(words: string): string[] {
  const numbered = words.split(/\s+/).map((word, at) => `${String(at + 1).padStart(2)} ${word.padEnd(10)}`);
  return Array.from({ length: Math.ceil(numbered.length / WORDS_A_ROW) }, (_, row) =>
    numbered
      .slice(row * WORDS_A_ROW, (row + 1) * WORDS_A_ROW)
      .join(" ")
      .trimEnd(),
  );
}
