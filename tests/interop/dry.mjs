// The self test: the peers talk with each other, without Parvis. When this fails, the harness is at fault or a peer changed.
import { idOf } from "./fedify.mjs";
import { pause, until } from "./programs.mjs";
import { want } from "./report.mjs";

/** Every check between snac and one Fedify peer. */
export async function dry(report, wire, snac, peer) {
  const group = `snac and ${peer.name}`;
  const check = (name, run) => report.check(group, name, run);
  let post, reply, entry;

  await check("webfinger, both ways", async () => {
    const said = await snac.command("webfinger", `@claire@${peer.authority}`);
    want(said.includes(peer.actor), `snac found: ${said}`);
    const answer = await fetch(`http://${snac.authority}/.well-known/webfinger?resource=acct:alice@${snac.authority}`);
    want((await answer.text()).includes(snac.actor), "snac is found");
  });

  await check("Fedify follows snac, which accepts", async () => {
    await peer.tell("follow", { actor: snac.actor });
    await peer.receives("Accept", (activity) => activity.type === "Accept" && idOf(activity.actor) === snac.actor);
    return knocks(wire, peer.name, "snac");
  });

  await check("snac follows Fedify, which accepts", async () => {
    await snac.command("follow", "alice", peer.actor);
    await peer.receives("Follow", (activity) => activity.type === "Follow" && idOf(activity.actor) === snac.actor);
    await until("snac is sent the Accept", async () => wire.between(peer.name, "snac").some((exchange) => exchange.type.startsWith("Accept") && exchange.status < 300));
  });

  await check("snac publishes, Fedify receives it and reads it with a signed GET", async () => {
    await snac.command("note", "alice", `Bonjour ${peer.name}`);
    const create = await peer.receives("Create", (activity) => activity.type === "Create" && activity.object?.content?.includes(`Bonjour ${peer.name}`));
    post = create.object.id;
    const read = await peer.tell("fetch", { url: post });
    want(read.id === post, `read ${read.id} at ${post}`);
  });

  await check("snac changes it, Fedify receives the change", async () => {
    await snac.change(post, `Bonsoir ${peer.name}`);
    await peer.receives("Update", (activity) => activity.type === "Update" && activity.object?.content?.includes("Bonsoir"));
  });

  await check("Fedify supports, snac counts it", async () => {
    await peer.tell("like", { object: post });
    entry = await snac.shows("one favourite", (status) => status.uri === post && status.favourites_count === 1);
  });

  await check("Fedify replies, snac shows it", async () => {
    reply = (await peer.tell("reply", { to: post, content: "<p>Bonjour à vous</p>" })).object;
    await snac.shows("the reply", (status) => status.uri === reply && status.content.includes("Bonjour à vous"));
  });

  await check("Fedify changes the reply, snac shows the change", async () => {
    await peer.tell("update", { object: reply, content: "<p>Bonsoir à vous</p>" });
    await snac.shows("the change", (status) => status.uri === reply && status.content.includes("Bonsoir"));
  });

  await check("snac supports the reply and boosts it, Fedify receives both", async () => {
    const shown = await snac.shows("the reply", (status) => status.uri === reply);
    await snac.api("POST", `/v1/statuses/${shown.id}/favourite`);
    await peer.receives("Like", (activity) => activity.type === "Like" && idOf(activity.object) === reply);
    await snac.command("boost", "alice", reply);
    await peer.receives("Announce", (activity) => activity.type === "Announce" && idOf(activity.object) === reply);
  });

  await check("Fedify takes its support back", async () => {
    await peer.tell("unlike", { object: post });
    await until("snac is told", async () => wire.between(peer.name, "snac").some((exchange) => exchange.type === "Undo{Like}" && exchange.status < 300));
  });

  await check("Fedify deletes the reply, snac no longer shows it", async () => {
    await peer.tell("delete", { object: reply });
    await until("the reply is gone", async () => !(await snac.timeline()).some((status) => status.uri === reply));
  });

  await check("Fedify stops following", async () => {
    await peer.tell("unfollow", { actor: snac.actor });
    await until("snac is told", async () => wire.between(peer.name, "snac").some((exchange) => exchange.type === "Undo{Follow}" && exchange.status < 300));
    return entry ? "" : "the favourite was not seen before";
  });
}

/** What is known of the other order: snac answers 202 before it looks, so a first knock that it cannot read is lost. */
export async function lost(report, wire, snac, peer) {
  await report.check(`snac and ${peer.name}`, "a first knock by RFC 9421 is answered 202 and lost", async () => {
    await peer.tell("follow", { actor: snac.actor });
    await pause(4_000);
    const accepted = (await peer.tell("received")).some((activity) => activity.type === "Accept" && idOf(activity.actor) === snac.actor);
    want(!accepted, "snac accepted it: it reads RFC 9421 now, and these notes are out of date");
    return knocks(wire, peer.name, "snac");
  });
}

/** Two Fedify peers, one first knocking by RFC 9421, the other by the older draft. */
export async function between(report, wire, one, other) {
  for (const [from, to] of [[one, other], [other, one]]) {
    await report.check(`${from.name} and ${to.name}`, "follow and Accept", async () => {
      await from.follow(to.actor);
      await from.accepted(to.actor);
      return knocks(wire, from.name, to.name);
    });
  }
  await report.check(`${one.name} and ${other.name}`, "after a change of keys the next activity is accepted", async () => {
    await one.tell("rotate");
    await one.unfollow(other.actor);
    await other.hears("Undo", one.actor);
  });
}

/** With what the first request was signed, and what became of it. */
export function knocks(wire, from, to) {
  const posts = wire.between(from, to).filter((exchange) => exchange.method === "POST").slice(0, 2);
  return posts.map((exchange) => `${exchange.scheme} ${exchange.status}`).join(", then ");
}
