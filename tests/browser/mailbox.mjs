// The mails that the town wrote to files because no mail server is configured.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { pause } from "./town.mjs";

/** The one-time link in a mail to this address that is not among `known`. */
export async function linkFor(town, address, known = new Set(), limit = 60_000) {
  for (const end = Date.now() + limit; Date.now() < end; await pause(100)) {
    for (const path of await letters(town)) {
      if (known.has(path)) continue;
      const letter = decode(await readFile(path, "utf8"));
      const to = /^To:.*$/im.exec(letter)?.[0] ?? "";
      const link = to.includes(address) && new RegExp(`${town.url.replaceAll(".", "\\.")}/enter/[^\\s"<>]+`).exec(letter)?.[0];
      if (link) return link.replaceAll("&amp;", "&");
    }
  }
  throw new Error(`no mail with a link for ${address} in ${town.directory}`);
}

/** The files of all mails so far. */
export async function letters(town) {
  const all = await readdir(town.directory, { recursive: true });
  return all.filter((name) => name.endsWith(".eml")).map((name) => join(town.directory, name));
}

/** Quoted-printable and base64 bodies, read as one text: enough to find a link. */
function decode(mail) {
  const bodies = mail.split(/\r?\n\r?\n/).filter((part) => /^[A-Za-z0-9+/=\r\n]{40,}$/.test(part.trim()));
  const plain = mail.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return [plain, ...bodies.map((body) => Buffer.from(body, "base64").toString())].join("\n");
}
