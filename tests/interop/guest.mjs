// A person of snac uses the pages of a running Parvis with her own account, as it really happens: asked on her server, back once, a voice apart.
//
//   node guest.mjs --place target/interop --parvis target/debug/parvis
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Parvis } from "./parvis.mjs";
import { endAll } from "./programs.mjs";
import { want } from "./report.mjs";
import { Snac } from "./snac.mjs";
import { Visitor } from "./visitor.mjs";
import { Wire, freePorts } from "./wire.mjs";

const { values: options } = parseArgs({ options: { place: { type: "string" }, parvis: { type: "string" } } });
const place = resolve(options.place);
const folder = await mkdtemp(join(tmpdir(), "parvis-interop."));
const wire = new Wire(join(place, "guest-transcript.txt"), join(place, "guest-activities.jsonl"));
const ports = await freePorts(4);
const tooLong = setTimeout(() => (endAll(), process.exit(1)), 120_000);

const says = (step, what) => console.log(`${step}: ${what}`);
const hidden = (html) => /name="_csrf" value="([^"]*)"/.exec(html)[1];
const links = (html, host) => /href="(http:\/\/[^"]*)" rel="nofollow noreferrer noopener"/.exec(html)?.[1].replaceAll("&amp;", "&").replaceAll("&#38;", "&") ?? want(false, `no link to ${host}`);

async function send(visitor, page, action, fields) {
  const body = new URLSearchParams({ _csrf: hidden(await visitor.see(page)), ...fields }).toString();
  return visitor.ask(action, { method: "POST", body });
}

/** Alice types her address, goes to her server, comes back. */
async function comesIn(parvis, snac) {
  const visitor = new Visitor(parvis.origin);
  const form = "/sign-in/elsewhere";
  const shown = await send(visitor, form, form, { account: `@alice@${snac.authority}` });
  want(shown.status === 200, `the form answered ${shown.status}: ${/class="error"[^>]*>(.*?)<\/p>/s.exec(shown.text)?.[1]}`);
  const address = links(shown.text, snac.authority);
  const back = await snac.consent(address);
  return { visitor, address, back, came: await visitor.ask(back.slice(parvis.origin.length)) };
}

try {
  const [parvis, snac] = await Promise.all([
    Parvis.open({ binary: resolve(options.parvis), place, folder, wire, ports: ports.slice(0, 2) }),
    Snac.open({ place, folder: join(folder, "snac"), wire, ports: ports.slice(2) }),
  ]);
  const slug = await parvis.consultation("Le parc");
  const { visitor, address, back, came } = await comesIn(parvis, snac);
  says("asked on her server", address.replace(/(state|client_id)=[^&]*/g, "$1=…"));
  says("sent back", back.replace(/(state|code)=[^&]*/g, "$1=…"));
  want(came.status === 303, `coming back answered ${came.status}`);
  says("came in", came.to);
  const account = await visitor.see("/account");
  want(account.includes(`@alice@${snac.authority}`), "the account page does not say her handle");
  const written = await visitor.fill(`/c/${slug}/new?kind=proposal`, `/c/${slug}/new`, { title: "Une fontaine", body: "Au milieu de la place." });
  says("proposed", written);
  const seen = await parvis.visitor.see(written.split("?")[0]);
  want(seen.includes(`@alice@${snac.authority}`), "the proposal does not say whence it comes");
  says("shown to everybody as", `@alice@${snac.authority}`);
  const again = await visitor.ask(back.slice(parvis.origin.length));
  want(again.status === 422, `the same answer again gave ${again.status}`);
  says("the same answer again", String(again.status));
  // snac gives the proof of whoever came last under the same name of an app, whatever answer is brought.
  const thief = new Visitor(parvis.origin);
  const shown = await send(thief, "/sign-in/elsewhere", "/sign-in/elsewhere", { account: `@alice@${snac.authority}` });
  const state = new URL(links(shown.text, snac.authority)).searchParams.get("state");
  const stolen = await thief.ask(`/sign-in/elsewhere/${snac.authority}?code=made-up&state=${state}`);
  want(stolen.status === 422, `an answer that was made up gave ${stolen.status}`);
  says("an answer that was made up", String(stolen.status));
  const way = await send(new Visitor(parvis.origin), `/c/${slug}`, "/elsewhere", { to: `/c/${slug}`, account: `@alice@${snac.authority}` });
  says("her server's dialog", way.text.includes("nofollow noreferrer noopener") ? links(way.text, snac.authority) : "none, with the address to copy");
  console.log("passed");
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  clearTimeout(tooLong);
  await endAll();
  await rm(folder, { recursive: true, force: true });
}
process.exit();
