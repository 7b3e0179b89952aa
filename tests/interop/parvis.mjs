// The Parvis under test: the real program on a folder of its own, set up by its command line and its forms.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { ready, run, start } from "./programs.mjs";
import { want } from "./report.mjs";
import { Visitor } from "./visitor.mjs";

export class Parvis {
  name = "parvis";

  static async open({ binary, place, folder, wire, ports: [outer, inner] }) {
    const parvis = new Parvis();
    const data = join(folder, "parvis");
    await mkdir(data);
    parvis.authority = `localhost:${outer}`;
    parvis.origin = `http://${parvis.authority}`;
    parvis.collectivity = `${parvis.origin}/actors/collectivite`;
    const env = {
      ...process.env,
      PARVIS_PUBLIC_URL: parvis.origin,
      PARVIS_LISTEN: `127.0.0.1:${inner}`,
      PARVIS_DATA_DIR: data,
      PARVIS_DATABASE_URL: "",
      PARVIS_LOG_LEVEL: "info,federation=debug",
      PARVIS_FEDERATION__ALLOW_PRIVATE_NETWORKS: "true",
    };
    await run(binary, ["migrate"], { env, cwd: data });
    const link = async (email, name, role) => {
      const said = await run(binary, ["admin", "create", "--email", email, "--name", name, "--role", role], { env, cwd: data });
      return /http\S+\/enter\/\S+/.exec(said)[0];
    };
    const people = { admin: ["admin@example.org", "La mairie", "administrator"], ana: ["ana@example.org", "Ana Martin", "citizen"], bruno: ["bruno@example.org", "Bruno Petit", "citizen"] };
    const links = {};
    for (const [who, person] of Object.entries(people)) links[who] = await link(...person);
    await wire.relay("parvis", parvis.authority, inner);
    const program = start("parvis", binary, ["serve"], { logs: place, cwd: data, env });
    await ready(program, `${parvis.origin}/readyz`);
    for (const who of Object.keys(people)) {
      parvis[who] = new Visitor(parvis.origin);
      await parvis[who].enter(links[who]);
    }
    parvis.visitor = new Visitor(parvis.origin);
    return parvis;
  }

  /** Publishes a consultation that takes ideas now, or did until yesterday. Gives its address in the site. */
  async consultation(title, { closed = false } = {}) {
    const today = new Date();
    const day = new Date(today.getTime() - 21 * 86_400_000).toISOString().slice(0, 10);
    const fields = { title, teaser: "Dites-nous ce que vous en pensez.", input_use: "Le conseil municipal répondra à chaque proposition.", participation: "concertation", starts_on: day };
    const made = await this.admin.fill("/admin/consultations/new", "/admin/consultations/new", fields);
    const slug = /\/admin\/consultations\/([^/?#]+)/.exec(made)[1];
    await this.admin.fill(`/admin/consultations/${slug}`, `/admin/consultations/${slug}/publish`);
    if (closed) await this.close(slug);
    return slug;
  }

  /** Moves the phases of a consultation into the past, as far as the one that takes ideas. */
  async close(slug) {
    const at = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 16);
    const path = `/admin/consultations/${slug}/phases`;
    const dates = { "phase-0-opens_at": at(-60), "phase-0-closes_at": at(-50), "phase-1-opens_at": at(-50), "phase-1-closes_at": at(-2) };
    await this.admin.fill(path, path, { ...dates, "phase-2-opens_at": at(-2), action: "save" });
  }

  /** Proposes something: its page and its id among servers. */
  async propose(person, slug, title, body = "Sous le tilleul, à l’ombre, pour que chacun puisse s’asseoir en chemin.") {
    const to = await person.fill(`/c/${slug}/new?kind=proposal`, `/c/${slug}/new`, { title, body });
    const page = to.split(/[?#]/)[0];
    want(/\/p\/[^/]+$/.test(page), `a proposal leads to ${to}`);
    return { page, uri: `${this.origin}/objects/${page.split("/").pop()}`, url: `${this.origin}${page}`, title };
  }

  /** Opens a poll: its page and its id among servers. */
  async poll(slug, title, options) {
    const office = `/admin/consultations/${slug}/polls`;
    const paris = (days) => new Date(Date.now() + days * 86_400_000).toLocaleString("sv-SE", { timeZone: "Europe/Paris" }).slice(0, 16).replace(" ", "T");
    const atStake = { grid_purpose: "consultation", grid_size: "thousands", grid_reach: "country", grid_postponable: "yes", grid_other_way: "yes" };
    const no = { grid_power: "no", grid_threat: "no", grid_proof: "no", grid_duty: "no" };
    const fields = { title, form: "choose-1", options: options.join("\n"), opens_at: paris(-1), closes_at: paris(2), revote: "on", ...atStake, ...no };
    const draft = (await this.admin.fill(`${office}/new`, `${office}/new`, fields)).split(/[?#]/)[0];
    const page = (await this.admin.fill(draft, `${draft}/publish`)).split(/[?#]/)[0];
    want(/^\/c\/.*\/polls\/[^/]+$/.test(page), `a poll leads to ${page}`);
    return { page, uri: `${this.origin}/objects/${page.split("/").pop()}` };
  }

  /** The id of a reply on a page that says something. */
  async replyThat(page, words) {
    const items = (await this.visitor.see(page)).split('<li id="r-').slice(1);
    const found = items.find((item) => item.includes(words));
    return found && /^[^"]+/.exec(found)[0];
  }

  async document(uri) {
    const answer = await fetch(uri, { headers: { accept: "application/activity+json" } });
    return { status: answer.status, json: await answer.json().catch(() => undefined) };
  }
}
