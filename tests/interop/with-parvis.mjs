// The scenario with Parvis: each peer in turn does what its people would do, and what comes out at the other end is looked at.
import { knocks } from "./dry.mjs";
import { Parvis } from "./parvis.mjs";
import { documents, signatures } from "./probes.mjs";
import { pause, until } from "./programs.mjs";
import { Skip, want } from "./report.mjs";
import { freePorts } from "./wire.mjs";

export async function withParvis({ report, wire, place, folder, binary, peers, missing, only }) {
  const parvis = await Parvis.open({ binary, place, folder, wire, ports: await freePorts(2) });
  const slug = await parvis.consultation("Le parc de la gare");
  const name = slug.replaceAll("-", "_");
  const town = { slug, name, group: `${parvis.origin}/actors/${name}` };
  await parvis.ana.fill("/account", "/account", { publish_abroad: "on" });
  const closedSlug = await parvis.consultation("La halle du marché");
  town.closed = await parvis.propose(parvis.ana, closedSlug, "Une halle couverte");
  await parvis.close(closedSlug);
  for (const peer of [...peers.fedify, peers.snac].filter((peer) => peer && (!only || peer.name === only))) {
    await exchange({ report, wire, parvis, town, peer });
    if (peer.name.startsWith("fedify")) await rotation({ report, wire, parvis, town, peer });
  }
  await report.check("parvis", "delivers nothing again that was taken", () => {
    const again = wire.repeated("parvis");
    const worst = again.sort((one, other) => other[1] - one[1])[0];
    want(wire.taken("parvis"), "it delivered nothing at all");
    want(!worst, `${again.length} deliveries were made more than once; ${worst?.[1]} times: ${worst?.[0]}`);
    return `${wire.taken("parvis")} deliveries`;
  });
  await documents({ report, parvis, town, place, missing });
  await signatures({ report, wire, parvis, town, place, folder, missing });
}

const likes = async (parvis, uri) => (await parvis.document(`${uri}/likes`)).json?.totalItems;
const sent = (wire, peer, type, words, since) =>
  wire.between("parvis", peer.name, since).find(({ activity, status }) => activity?.type === type && status < 300 && JSON.stringify(activity).includes(words));

const came = (wire, peer, type, words) =>
  wire.between(peer.name, "parvis").filter(({ activity }) => activity?.type === type && JSON.stringify(activity).includes(words));

/** Everything between Parvis and one peer. Steps build on each other: `did` holds what earlier ones made. */
async function exchange({ report, wire, parvis, town, peer }) {
  const group = `parvis and ${peer.name}`;
  const check = (name, run) => report.check(group, name, run);
  const did = {};
  const needed = (name) => did[name] ?? (() => { throw new Skip(`nothing to do it with: ${name} failed`); })();
  const base = { parvis, town, peer, wire, did, needed };
  await finding(check, base);
  await voices(check, base);
  await town_side(check, base);
  await leaving(check, base);
}

/** Finding, following, reading. */
async function finding(check, { parvis, town, peer, wire, did }) {
  await check("webfinger finds the collectivity and the consultation", async () => {
    for (const [name, actor] of [["collectivite", parvis.collectivity], [town.name, town.group]]) {
      const answer = await fetch(`${parvis.origin}/.well-known/webfinger?resource=acct:${name}@${parvis.authority}`);
      const links = (await answer.json()).links;
      want(links.find((link) => link.rel === "self")?.href === actor, `${name}: ${JSON.stringify(links)}`);
    }
    if (peer.name !== "snac") return "by the address of the document: Fedify looks names up on https only";
    const said = await peer.command("webfinger", `@${town.name}@${parvis.authority}`);
    want(said.includes(town.group), `snac found ${said}`);
    return "by snac itself";
  });

  await check("follow and Accept: the consultation, and the collectivity", async () => {
    for (const actor of [town.group, parvis.collectivity]) {
      await peer.follow(actor);
      await peer.accepted(actor);
    }
    return `${peer.name}: ${knocks(wire, peer.name, "parvis")}; parvis: ${knocks(wire, "parvis", peer.name)}`;
  });

  await check("a new proposal arrives: announced once by its id, not as a whole", async () => {
    const since = Date.now();
    did.proposal = await parvis.propose(parvis.ana, town.slug, `Un banc pour ${peer.name}`);
    await peer.hears("Announce", did.proposal.uri);
    did.heard = true;
    if (peer.name === "snac") await peer.shows("the proposal", (status) => status.uri === did.proposal.uri);
    const announces = wire.between("parvis", peer.name, since).filter((exchange) => exchange.type.startsWith("Announce"));
    want(announces.length === 1 && announces[0].type === "Announce", `announced: ${announces.map((exchange) => exchange.type).join(", ")}`);
  });

  await check("a proposal of somebody who did not agree leaves without a name", async () => {
    const proposal = await parvis.propose(parvis.bruno, town.slug, `Une fontaine pour ${peer.name}`);
    await peer.hears("Announce", proposal.uri);
    const { json } = await parvis.document(proposal.uri);
    want(json.attributedTo === parvis.collectivity, `attributed to ${json.attributedTo}`);
    want(!JSON.stringify(json).includes("Bruno"), "the name is in it");
    want(!wire.between("parvis", peer.name).some(({ activity }) => JSON.stringify(activity ?? {}).includes("Bruno")), "the name was sent");
  });

  await check("the proposal is read by its id, and by the address of its page, with a signed GET", async () => {
    for (const address of [did.proposal.uri, did.proposal.url]) {
      const read = await peer.read(address);
      want(read.id === did.proposal.uri && read.type === "Page" && read.name === did.proposal.title, `${address}: ${JSON.stringify(read).slice(0, 200)}`);
    }
  });
}

/** What people there do, seen here. */
async function voices(check, { parvis, town, peer, wire, did, needed }) {
  await check("a support from there is counted, apart", async () => {
    await peer.like(needed("proposal").uri);
    await until("the support is counted", async () => (await likes(parvis, did.proposal.uri)) === 1);
    const page = await parvis.visitor.see(did.proposal.page);
    want(/fédivers/i.test(page), "the page says where it comes from");
  });

  await check("a reply from there is on the page, with whence it comes", async () => {
    const uri = await peer.reply(needed("proposal").uri, `Bonne idée, dit ${peer.name}.`);
    did.replyId = await until("the reply is shown", () => parvis.replyThat(did.proposal.page, `Bonne idée, dit ${peer.name}.`));
    did.reply = uri;
    want((await parvis.visitor.see(did.proposal.page)).includes(peer.authority), "the page says from which server");
  });

  await check("the reply is changed there, and here", async () => {
    await peer.change(needed("reply"), `Très bonne idée, dit ${peer.name}.`);
    await until("the change is shown", () => parvis.replyThat(did.proposal.page, `Très bonne idée, dit ${peer.name}.`));
  });

  await check("a boost from there is accepted", async () => {
    await peer.boost(needed("proposal").uri);
    await until("the boost is answered", async () => came(wire, peer, "Announce", did.proposal.uri).some((exchange) => exchange.status < 300));
  });

  if (peer.vote) {
    await check("a poll arrives as a poll, and a vote from there is accepted", async () => {
      const poll = await parvis.poll(town.slug, `Un banc de quelle couleur pour ${peer.name} ?`, ["Rouge", "Vert"]);
      await peer.hears("Announce", poll.uri);
      await peer.vote(poll.uri, parvis.collectivity, "Vert");
      const vote = await until("the vote comes", async () => came(wire, peer, "Create", '"name":"Vert"').at(-1));
      want(vote.status === 202, `answered ${vote.status}`);
      const { json } = await parvis.document(poll.uri);
      want(json.type === "Question" && json.oneOf.every((option) => option.replies.totalItems === 0), "nothing is told before the end");
      want(!(await parvis.visitor.see(poll.page)).includes(peer.authority), "nobody learns who voted");
    });
  }

  await check("a closed consultation takes no reply", async () => {
    const words = `Trop tard, dit ${peer.name}.`;
    const refusal = await peer.reply(town.closed.uri, words).then(() => "", (error) => error.message);
    const tried = await until(`the reply is tried ${refusal}`, async () => came(wire, peer, "Create", words).at(-1), refusal ? 1_000 : undefined);
    await pause(500);
    want(!(await parvis.replyThat(town.closed.page, words)), "the reply is shown");
    want(tried.status === 403, `answered ${tried.status}`);
    return `answered ${tried.status}`;
  });
}

/** What the town and its people do, seen there. */
async function town_side(check, { parvis, town, peer, wire, did, needed }) {
  const { proposal } = did;
  await check("our support of the reply reaches its author, and is taken back", async () => {
    const path = `/c/${town.slug}/p/${needed("replyId")}`;
    for (const [give, type] of [["1", "Like"], ["0", "Undo"]]) {
      const since = Date.now();
      await parvis.ana.fill(proposal.page, `${path}/support`, { give });
      await until(`${type} arrives`, async () => sent(wire, peer, type, did.reply, since));
    }
  });

  await check("our reply to the reply reaches its author", async () => {
    const path = `/c/${town.slug}/p/${needed("replyId")}/reply`;
    const body = `Merci à vous de ${peer.name}, venez au conseil.`;
    await parvis.ana.fill(path, path, { body, stance: "neutral" });
    const create = await peer.hears("Create", "venez au conseil");
    want(JSON.stringify(create).includes(did.reply), "it says what it replies to");
    if (peer.name === "snac") await peer.shows("our reply", (status) => status.content.includes("venez au conseil"));
    want(!wire.between("parvis", peer.name).some(({ activity }) => activity?.type === "Announce" && JSON.stringify(activity).includes("venez au conseil")), "a reply was boosted");
  });

  await check("the change of a proposal arrives", async () => {
    const edit = `${needed("proposal").page}/edit`;
    await parvis.ana.fill(edit, edit, { body: "Sous le tilleul, et en bois du pays." });
    await peer.hears("Update", "bois du pays");
  });

  await check("the official answer arrives", async () => {
    const path = `${needed("proposal").page}/answer`;
    await parvis.admin.fill(path, path, { state: "accepted", body: `Le banc de ${peer.name} sera posé en juin.`, signed_by: "Le maire" });
    await peer.hears("Create", `Le banc de ${peer.name} sera posé en juin.`);
    if (peer.name === "snac") await peer.shows("the answer", (status) => /sera posé en juin/.test(status.content));
  });

  await check("the collectivity follows somebody there, who accepts", async () => {
    const page = "/admin/network/follows";
    await parvis.admin.fill(page, page, { address: peer.actor });
    await until("the Accept comes", async () => wire.between(peer.name, "parvis").some((exchange) => exchange.type.startsWith("Accept") && exchange.status < 300));
  });
}

/** Taking back, from both sides. */
async function leaving(check, { parvis, town, peer, wire, did, needed }) {
  await check("the support is taken back there, and here", async () => {
    await peer.unlike(needed("proposal").uri);
    await until("the support is gone", async () => (await likes(parvis, did.proposal.uri)) === 0);
  });

  await check("the reply is deleted there, and gone here", async () => {
    await peer.remove(needed("reply"));
    await until("the reply is gone", async () => !(await parvis.replyThat(did.proposal.page, `dit ${peer.name}.`)));
  });

  await check("a withdrawn proposal is deleted there, and gone here: 410 and a Tombstone", async () => {
    const second = await parvis.propose(parvis.ana, town.slug, `Une idée de trop pour ${peer.name}`);
    await peer.hears("Announce", second.uri);
    await parvis.ana.fill(`${second.page}/withdraw`, `${second.page}/withdraw`);
    await peer.hears("Delete", second.uri);
    const { status, json } = await parvis.document(second.uri);
    want(status === 410 && json?.type === "Tombstone", `${status} ${JSON.stringify(json)}`);
  });

  await check("who no longer follows hears nothing more", async () => {
    needed("heard");
    for (const actor of [town.group, parvis.collectivity]) {
      await peer.unfollow(actor);
      await until("Undo is answered", async () => came(wire, peer, "Undo", actor).some((exchange) => exchange.status < 300));
    }
    const last = await parvis.propose(parvis.bruno, town.slug, `Après le départ de ${peer.name}`);
    await pause(3_000);
    const heard = await peer.hears("Announce", last.uri, 200).catch(() => undefined);
    want(!heard, "it was announced all the same");
  });
}

/** A new key, and the next activity is believed at once. */
async function rotation({ report, wire, parvis, town, peer }) {
  await report.check(`parvis and ${peer.name}`, "after a change of keys the next activity is accepted", async () => {
    const since = Date.now();
    await peer.tell("rotate");
    await peer.follow(town.group);
    const [first] = wire.between(peer.name, "parvis", since).filter((exchange) => exchange.method === "POST");
    want(first?.status === 202, `answered ${first?.status}`);
    return `${first.scheme} ${first.status}`;
  });
}
