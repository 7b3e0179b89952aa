// Real foreign programs against a running Parvis. `run` installs them and calls this.
//
//   node scenario.mjs --place target/interop --parvis target/debug/parvis [--dry] [--missing snac,pasture] [--only snac]
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { between, dry, lost } from "./dry.mjs";
import { explanations } from "./explained.mjs";
import { FedifyPeer } from "./fedify.mjs";
import { endAll } from "./programs.mjs";
import { Report } from "./report.mjs";
import { Snac } from "./snac.mjs";
import { Wire, freePorts } from "./wire.mjs";

const { values: options } = parseArgs({
  options: { place: { type: "string" }, parvis: { type: "string" }, dry: { type: "boolean", default: false }, missing: { type: "string", default: "" }, only: { type: "string", default: "" } },
});
const place = resolve(options.place);
const missing = new Set(options.missing.split(",").filter(Boolean));
const folder = await mkdtemp(join(tmpdir(), "parvis-interop."));
const wire = new Wire(join(place, "transcript.txt"), join(place, "activities.jsonl"));
const report = new Report(wire, explanations);

// Whatever happens, what was started is ended and the run is bounded.
const tooLong = setTimeout(() => stop(new Error("the run took more than fifteen minutes")), 900_000);
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop(new Error(`stopped by ${signal}`)));

async function stop(error) {
  clearTimeout(tooLong);
  await endAll();
  await rm(folder, { recursive: true, force: true });
  if (error) report.add("the run", "goes to its end", "fail", error.stack ?? String(error));
  const sum = report.write(join(place, options.dry ? "dry.md" : "report.md"));
  console.log(`\n${sum}`);
  process.exit(report.failed.length ? 1 : 0);
}

/** Starts the peers; one that is missing is a loud skip. */
async function openPeers() {
  const ports = await freePorts(6);
  const peers = { fedify: [] };
  if (missing.has("fedify")) report.add("Fedify", "is here", "skip", "FEDIFY COULD NOT BE INSTALLED");
  else {
    const knocks = [["fedify-rfc9421", "rfc9421"], ["fedify-cavage", "draft-cavage-http-signatures-12"]];
    peers.fedify = await Promise.all(
      knocks.map(([name, firstKnock], nth) => FedifyPeer.open(name, { place, wire, ports: ports.slice(2 * nth, 2 * nth + 2), firstKnock })),
    );
  }
  if (missing.has("snac")) report.add("snac", "is here", "skip", "SNAC COULD NOT BE INSTALLED");
  else peers.snac = await Snac.open({ place, folder: join(folder, "snac"), wire, ports: ports.slice(4, 6) });
  return peers;
}

async function main() {
  const peers = await openPeers();
  if (options.dry) {
    const [modern, older] = peers.fedify;
    if (peers.snac && older) await dry(report, wire, peers.snac, older);
    if (peers.snac && modern) await lost(report, wire, peers.snac, modern);
    if (modern) await between(report, wire, modern, older);
    return;
  }
  const { withParvis } = await import("./with-parvis.mjs");
  await withParvis({ report, wire, place, folder, binary: resolve(options.parvis), peers, missing, only: options.only });
}

await main().then(() => stop(), stop);
