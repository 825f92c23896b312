import { totpAt } from "#app/platform/crypto/totp.server.ts";

export const summary = "Print the present code of an authenticator secret, for the demonstration";
export const usage = `
Usage: npx thaw code SECRET

Prints the six digits that an authenticator app would show for this base32 secret. Meant for demo-accounts.json: a real
secret on a command line stays in the shell's history.
`;

export async function run([secret]: readonly string[]): Promise<number> {
  if (!secret || !/^[A-Z2-7]{16,}$/.test(secret)) {
    process.stderr.write(`${usage.trim()}\n`);
    return 2;
  }
  process.stdout.write(`${totpAt(secret, Date.now())}\n`);
  return 0;
}
