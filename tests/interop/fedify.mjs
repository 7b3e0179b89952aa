// The Fedify peer, as the scenario drives it.
import { join } from "node:path";
import { ready, start, until } from "./programs.mjs";

export class FedifyPeer {
  #origin;

  /** Starts one behind its relay. `firstKnock` is how it signs for a server that it does not know. */
  static async open(name, { place, wire, ports: [outer, inner], firstKnock }) {
    const peer = new FedifyPeer();
    peer.name = name;
    peer.firstKnock = firstKnock;
    peer.authority = `localhost:${outer}`;
    peer.#origin = `http://${peer.authority}`;
    peer.actor = `${peer.#origin}/users/claire`;
    await wire.relay(name, peer.authority, inner);
    const args = [join(place, "fedify/peer.mjs"), "--listen", String(inner), "--origin", peer.#origin, "--first-knock", firstKnock];
    const program = start(name, join(place, "node_modules/.bin/node"), args, { logs: place, cwd: place });
    await ready(program, peer.actor, { accept: "application/activity+json" });
    return peer;
  }

  /** Tells it to do something; a refusal is an error with the `status` that was answered. */
  async tell(command, asked = {}) {
    const answer = await fetch(`${this.#origin}/control/${command}`, { method: "POST", body: JSON.stringify(asked) });
    const said = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(`${this.name} could not ${command}: ${said.error}`), { status: said.status });
    return said;
  }

  // The same verbs as snac.mjs, for the scenario with Parvis.

  follow = (actor) => this.tell("follow", { actor });
  unfollow = (actor) => this.tell("unfollow", { actor });
  like = (object) => this.tell("like", { object });
  unlike = (object) => this.tell("unlike", { object });
  boost = (object) => this.tell("announce", { object });
  change = (object, text) => this.tell("update", { object, content: `<p>${text}</p>` });
  remove = (object) => this.tell("delete", { object });
  read = (url) => this.tell("fetch", { url });

  async reply(to, text) {
    return (await this.tell("reply", { to, content: `<p>${text}</p>` })).object;
  }

  accepted(actor) {
    return this.receives("the Accept", (activity) => activity.type === "Accept" && idOf(activity.actor) === actor);
  }

  /** Waits until an activity of this type came that says or names something. */
  hears(type, words, limit) {
    return this.receives(`${type} with ${words}`, (activity) => activity.type === type && JSON.stringify(activity).includes(words), limit);
  }

  /** Waits for an activity that Fedify found rightly signed. */
  async receives(what, test, limit) {
    return until(`${this.name} receives ${what}`, async () => (await this.tell("received")).find(test), limit);
  }
}

/** The id of a property that may be an address or an object. */
export const idOf = (value) => (Array.isArray(value) ? idOf(value[0]) : (value?.id ?? value?.["@id"] ?? value));
