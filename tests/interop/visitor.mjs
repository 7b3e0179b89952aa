// A person at the people's door, without a browser: keeps cookies, fills in forms as they stand on the page, and sends them back.
import { want } from "./report.mjs";

export class Visitor {
  #cookies = new Map();

  constructor(origin) {
    this.origin = origin;
  }

  async ask(path, { method = "GET", body } = {}) {
    const headers = { accept: "text/html", "accept-language": "fr", cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (body) Object.assign(headers, { "content-type": "application/x-www-form-urlencoded", origin: this.origin });
    const answer = await fetch(new URL(path, this.origin), { method, body, headers, redirect: "manual" });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    return { status: answer.status, to: answer.headers.get("location"), text: await answer.text() };
  }

  /** A page that must be there. */
  async see(path) {
    const page = await this.ask(path);
    want(page.status === 200, `GET ${path} answered ${page.status}`);
    return page.text;
  }

  /** Fills in the form of a page that goes to `action`, all other fields as they are, and sends it. Gives where it leads. */
  async fill(path, action, fields = {}) {
    const form = formTo(await this.see(path), action);
    want(form, `no form to ${action} on ${path}`);
    const values = new URLSearchParams({ ...form, ...fields });
    for (const [name, value] of Object.entries(fields)) if (value === null) values.delete(name);
    const answer = await this.ask(action, { method: "POST", body: values.toString() });
    want(answer.status === 303, `POST ${action} answered ${answer.status}: ${faults(answer.text)}`);
    return answer.to;
  }

  /** Signs in by a one-time link. */
  async enter(link) {
    const path = new URL(link).pathname;
    await this.fill(path, path);
  }
}

const faults = (html) => [...html.matchAll(/class="error"[^>]*>(.*?)<\/p>/gs)].map((found) => plain(found[1])).join("; ") || plain(html).slice(0, 200);
const plain = (html) => decode(html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim());

/** The fields of a form and their values, as a browser would send them. */
function formTo(html, action) {
  for (const [, head, inside] of html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)) {
    if (decode(attribute(head, "action") ?? "") !== action || attribute(head, "method") !== "post") continue;
    const values = {};
    for (const [, tag] of inside.matchAll(/<input\b([^>]*)>/g)) {
      const [name, type] = [attribute(tag, "name"), attribute(tag, "type")];
      if (!name || type === "file" || (["radio", "checkbox"].includes(type) && !/\bchecked\b/.test(tag))) continue;
      values[name] = decode(attribute(tag, "value") ?? (type === "checkbox" ? "on" : ""));
    }
    for (const [, tag, text] of inside.matchAll(/<textarea\b([^>]*)>(.*?)<\/textarea>/gs)) values[attribute(tag, "name")] = decode(text.replace(/^\n/, ""));
    for (const [, tag, choices] of inside.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
      const options = [...choices.matchAll(/<option\b([^>]*)>/g)].map((found) => found[1]);
      const chosen = options.find((option) => /\bselected\b/.test(option)) ?? options[0] ?? "";
      values[attribute(tag, "name")] = decode(attribute(chosen, "value") ?? "");
    }
    return values;
  }
  return undefined;
}

const attribute = (tag, name) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];

function decode(text) {
  const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) =>
    name ? (named[name] ?? whole) : String.fromCodePoint(parseInt(hex ?? number, hex ? 16 : 10)),
  );
}
