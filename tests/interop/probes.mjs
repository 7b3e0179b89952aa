// Programs that judge: activitypub-testing looks at an actor, fediverse-pasture knocks with good and bad signatures.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./programs.mjs";
import { Skip, want } from "./report.mjs";
import { freePorts } from "./wire.mjs";

/** A test that does not apply to an actor is neither a pass nor a failure; the program says why. */
const judged = { passed: "pass", inapplicable: "n/a" };

/** What activitypub-testing says of the collectivity, a consultation and the instance. */
export async function documents({ report, parvis, town, place, missing }) {
  const tester = join(place, "node_modules/.bin/activitypub-testing");
  for (const [name, actor] of [["collectivity", parvis.collectivity], ["consultation", town.group], ["instance", `${parvis.origin}/actor`]]) {
    const group = "activitypub-testing";
    if (missing.has("fedify")) {
      report.add(group, name, "skip", "COULD NOT BE INSTALLED");
      continue;
    }
    const results = await run(tester, ["test", "actor", actor], { limit: 40_000 }).then(outcomes, (error) => error);
    if (results instanceof Error) report.add(group, `${name}: runs`, "fail", results.message);
    else for (const { test, outcome, info } of results) report.add(group, `${name}: ${test}`, judged[outcome] ?? "fail", `${outcome} ${info}`.trim());
  }
}

/** What it prints: one assertion in JSON on each line. (Its own `--output` wants a document from elsewhere.) */
function outcomes(text) {
  const assertions = text.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
  want(assertions.length, `no result in: ${text.slice(0, 300)}`);
  return assertions.map(({ test, result }) => ({ test: test?.name ?? test?.slug ?? test?.id ?? "a test", outcome: result.outcome, info: result.info ?? "" }));
}

/** What each probing actor may do: alice does not sign; dean and emily and frank have no name to be found by. */
const expected = {
  alice: { post_inbox: false, why: "unsigned" },
  bob: { post_inbox: true, why: "signed" },
  claire: { post_inbox: true, why: "signed, by an actor that only signed GETs may read" },
  dean: { post_inbox: false, why: "unsigned, no name" },
  emily: { post_inbox: true, why: "signed, no name" },
  frank: { post_inbox: true, why: "signed, no name, signed GETs only" },
};

/** Which signatures the inbox refuses and accepts. */
export async function signatures({ report, wire, parvis, place, folder, missing }) {
  const group = "fediverse-pasture";
  let probed;
  await report.check(group, "knocks", async () => {
    if (missing.has("pasture")) throw new Skip("FEDIVERSE-PASTURE COULD NOT BE INSTALLED");
    const [outer, inner] = await freePorts(2);
    await wire.relay("pasture", `localhost:${outer}`, inner);
    const cwd = join(folder, "pasture");
    await mkdir(cwd);
    const said = await run(join(place, "venv/bin/python"), [join(import.meta.dirname, "probe.py"), inner, outer, parvis.collectivity].map(String), { cwd, limit: 90_000 });
    probed = JSON.parse(said.slice(said.lastIndexOf('\n{"result"') + 1));
    wire.say(JSON.stringify(probed, null, 1));
  });
  if (!probed) return;
  for (const [name, { post_inbox, why }] of Object.entries(expected)) {
    const got = probed.result[name];
    const told = `GET actor ${got?.get_actor}, POST inbox ${got?.post_inbox}`;
    report.add(group, `${name} (${why}): inbox ${post_inbox ? "accepts" : "refuses"}`, got?.get_actor && got.post_inbox === post_inbox ? "pass" : "fail", told);
  }
  report.add(group, "webfinger leads to the actor", probed.result.webfinger ? "pass" : "fail");
}
