// snac, as the scenario drives it: its own command line, its web forms and the Mastodon interface it has.
import { chmod, chown, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ready, run, start, until } from "./programs.mjs";
import { want } from "./report.mjs";

/** snac refuses to run as root: it runs as this user then. */
const NOBODY = 65534;

export class Snac {
  #folder;
  #origin;
  #password;
  #token;
  #as;

  static async open({ place, folder, wire, ports: [outer, inner] }) {
    const snac = new Snac();
    snac.name = "snac";
    snac.wire = wire;
    snac.authority = `127.0.0.1:${outer}`;
    snac.#origin = `http://${snac.authority}`;
    snac.actor = `${snac.#origin}/alice`;
    snac.#folder = join(folder, "home");
    snac.#as = process.getuid() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    await mkdir(folder, { recursive: true });
    if (snac.#as.uid) {
      await chown(folder, NOBODY, NOBODY);
      await chmod(dirname(folder), 0o711);
    }
    await run("snac", ["init", snac.#folder], { ...snac.#as, input: `127.0.0.1\n${inner}\n${snac.authority}\n\nadmin@example.org\n` });
    await snac.#settle();
    const said = await snac.command("adduser", "alice");
    snac.#password = /password[^:]*:?\s+is\s+(\S+)|password:\s*(\S+)/i.exec(said)?.slice(1).find(Boolean);
    want(snac.#password, `snac did not say alice's password: ${said}`);
    await wire.relay("snac", snac.authority, inner);
    const env = { ...process.env, DEBUG: "1" };
    const program = start("snac", "snac", ["httpd", snac.#folder], { ...snac.#as, logs: place, cwd: dirname(snac.#folder), env });
    await ready(program, snac.actor, { accept: "application/activity+json" });
    await snac.#signIn();
    return snac;
  }

  /** Plain http on loopback. */
  async #settle() {
    const file = join(this.#folder, "server.json");
    const settings = JSON.parse(await readFile(file, "utf8"));
    Object.assign(settings, { protocol: "http", host: this.authority, short_description: "An interoperability test" });
    await writeFile(file, JSON.stringify(settings, null, 4));
  }

  async #signIn() {
    const body = new URLSearchParams({ login: "alice", passwd: this.#password });
    const answer = await fetch(`${this.#origin}/oauth/x-snac-get-token`, { method: "POST", body });
    const text = await answer.text();
    this.#token = /[0-9a-zA-Z]{20,}/.exec(text.replace(/<[^>]*>/g, " "))?.[0];
    want(this.#token, `snac gave no token: ${answer.status} ${text.slice(0, 200)}`);
  }

  /** Alice signs in at a question of another site and agrees. Gives where her browser is sent back. */
  async consent(address) {
    const page = await (await fetch(address)).text();
    const hidden = [...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]);
    want(hidden.length === 3, `snac showed no question: ${page.slice(0, 200)}`);
    const body = new URLSearchParams([...hidden, ["login", "alice"], ["passwd", this.#password]]);
    const answer = await fetch(`${this.#origin}/oauth/x-snac-login`, { method: "POST", body, redirect: "manual" });
    want(answer.status === 303, `snac answered ${answer.status} to the sign-in`);
    return answer.headers.get("location");
  }

  /** Its command line: `snac COMMAND DIR ARGS…`. */
  command(name, ...args) {
    return run("snac", [name, this.#folder, ...args], this.#as);
  }

  async api(method, path, fields) {
    const headers = { authorization: `Bearer ${this.#token}` };
    // snac reads a form after POST, but only JSON after PUT.
    const isJson = method === "PUT";
    if (isJson) headers["content-type"] = "application/json";
    const body = fields && (isJson ? JSON.stringify(fields) : new URLSearchParams(fields));
    const answer = await fetch(`${this.#origin}/api${path}`, { method, headers, body });
    const text = await answer.text();
    want(answer.ok, `snac answered ${answer.status} to ${method} ${path}: ${text.slice(0, 200)}`);
    return text ? JSON.parse(text) : {};
  }

  /** Its web forms. */
  async form(path, fields) {
    const authorization = `Basic ${Buffer.from(`alice:${this.#password}`).toString("base64")}`;
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const answer = await fetch(`${this.#origin}/alice/admin/${path}`, { method: "POST", headers: { authorization }, body, redirect: "manual" });
    want(answer.status < 400, `snac answered ${answer.status} to its form ${path}`);
  }

  /** What is in alice's timeline now. */
  timeline() {
    return this.api("GET", "/v1/timelines/home?limit=40");
  }

  /** The entry of something in alice's timeline, once it is there: not every thing that snac was sent is. */
  shows(what, test, limit = 15_000) {
    return until(`snac shows ${what}`, async () => (await this.timeline()).find((status) => test(status) || (status.reblog && test(status.reblog))), limit);
  }

  /** Brings something in by its address and gives its entry. */
  async bringIn(url) {
    await this.command("insert", "alice", url);
    const found = await this.shows(url, (status) => status.uri === url || status.url === url);
    return found.reblog?.uri === url ? found.reblog : found;
  }

  // The same verbs as fedify.mjs, for the scenario with Parvis.

  follow = (actor) => this.command("follow", "alice", actor);
  unfollow = (actor) => this.command("unfollow", "alice", actor);
  boost = (url) => this.command("boost", "alice", url);
  like = async (url) => this.api("POST", `/v1/statuses/${(await this.bringIn(url)).id}/favourite`);
  // Its Mastodon interface answers 404 to "unfavourite".
  unlike = (url) => this.#press(url, "Unlike");

  /** Votes in a poll, with its web form. */
  async vote(poll, author, option) {
    await this.bringIn(poll);
    await this.form("vote", { irt: poll, actor: author, question: option });
  }

  async reply(to, text) {
    const entry = await this.bringIn(to);
    const status = `@${entry.account.acct} ${text}`;
    return (await this.api("POST", "/v1/statuses", { status, in_reply_to_id: entry.id, visibility: "public" })).uri;
  }

  async change(uri, text) {
    const entry = await this.shows(uri, (status) => status.uri === uri);
    await this.api("PUT", `/v1/statuses/${entry.id}`, { status: text });
  }

  async remove(uri) {
    await this.#press(uri, "Delete");
  }

  /** Presses a button under something on alice's page. */
  #press(uri, action) {
    return this.form("action", { id: uri, actor: this.actor, action, redir: "top" });
  }

  /** Reads something with a signed GET. */
  async read(url) {
    const said = await this.command("request", "alice", url);
    return JSON.parse(said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1));
  }

  /** snac keeps the Accept in the place of the Follow that it sent. */
  accepted(actor) {
    const kept = join(this.#folder, "user/alice/following");
    return until("snac keeps the Accept", async () => {
      const files = (await readdir(kept)).filter((name) => name.endsWith(".json"));
      const all = await Promise.all(files.map(async (name) => readFile(join(kept, name), "utf8")));
      return all.map((text) => JSON.parse(text)).find((follow) => follow.type === "Accept" && JSON.stringify(follow).includes(actor));
    });
  }

  /** Waits until an activity of this type was delivered that says or names something. snac says 202 to all; what it shows is looked at elsewhere. */
  hears(type, words, limit) {
    return until(`snac is sent ${type} with ${words}`, async () => {
      const posts = this.wire.exchanges.filter((exchange) => exchange.to === "snac" && exchange.status < 300 && exchange.activity?.type === type);
      return posts.find((exchange) => JSON.stringify(exchange.activity).includes(words))?.activity;
    }, limit);
  }
}
