// A message becomes a page of text: who, to whom, when, about what, and the words. Its way, its programs, what hung on it and
// what it would have loaded stay behind.
// @ts-check
import PostalMime from "postal-mime";
import { NoCopy } from "./findings.mjs";
import { textOfHtml } from "./html-text.mjs";
import { visible } from "./plain-text.mjs";

const SHOWN = ["from", "to", "cc", "date", "subject"];
const A_MESSAGE = ["from", "date", "subject", "message-id", "received", "mime-version"];

/**
 * @param {Uint8Array} bytes
 * @param {import("./findings.mjs").Findings} findings
 */
export async function clean(bytes, findings) {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32, maxHeadersSize: 256 * 1024 });
  const keys = mail.headers.map(({ key }) => key);
  if (A_MESSAGE.filter((key) => keys.includes(key)).length < 2) throw new NoCopy("differs_from_name");
  findings.addIf(
    keys.some((key) => !SHOWN.includes(key)),
    "mail_headers",
  );
  findings.addIf(mail.attachments.length > 0, "attachments");
  findings.addIf(mail.html, "formatting");
  const head = SHOWN.flatMap((name) => mail.headers.filter(({ key }) => key === name)).map(({ key }) =>
    lineOf(mail, key),
  );
  const text = `${[...new Set(head)].join("\n")}\n\n${mail.text ?? textOfHtml(mail.html ?? "")}`;
  return { copy: Buffer.from(visible(text, findings)), clean: "txt" };
}

/**
 * @param {import("postal-mime").Email} mail
 * @param {string} key
 */
function lineOf(mail, key) {
  /** @type {Record<string, string>} */
  const said = {
    from: people(mail.from ? [mail.from] : []),
    to: people(mail.to ?? []),
    cc: people(mail.cc ?? []),
    date: mail.headers.find((header) => header.key === "date")?.value ?? "",
    subject: mail.subject ?? "",
  };
  return `${key[0]?.toUpperCase()}${key.slice(1)}: ${(said[key] ?? "").replace(/\s+/g, " ")}`;
}

/** @param {readonly import("postal-mime").Address[]} addresses */
const people = (addresses) =>
  addresses.map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address || "")).join(", ");
