// The wire between the programs: each stands behind a small relay on its public port, which passes everything on unchanged and writes down who
// asked what of whom, how it was signed and what was answered.
import { appendFileSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSocket } from "node:net";

/** Everything that passed: {at, from, to, method, path, scheme, type, activity, status, answer}. */
export class Wire {
  #file;
  #bodies;
  #names = new Map();
  #taken = new Map();
  exchanges = [];

  /** `file` gets one line for each exchange, `bodies` every activity as it was sent, one JSON line each. */
  constructor(file, bodies) {
    this.#file = file;
    this.#bodies = bodies;
    writeFileSync(bodies, "");
    writeFileSync(file, "# Who asked what of whom, how it was signed, and what was answered.\n");
  }

  /** A line of the transcript that is not an exchange. */
  say(text) {
    appendFileSync(this.#file, `${text}\n`);
  }

  /** Opens a public port for a program that listens on `inner`. `authority` is what is in its addresses. */
  async relay(name, authority, inner) {
    this.#names.set(authority, name);
    const server = createServer((asked, answer) => this.#pass(name, inner, asked, answer));
    await new Promise((done, failed) => server.once("error", failed).listen(Number(authority.split(":").pop()), "127.0.0.1", done));
    return () => new Promise((done) => (server.close(done), server.closeAllConnections()));
  }

  async #pass(name, inner, asked, answer) {
    const body = await bytes(asked);
    // A connection of its own for each: snac closes those it was not asked to keep.
    const inside = request({ agent: false, host: "127.0.0.1", port: inner, method: asked.method, path: asked.url, headers: { ...asked.headers, connection: "close" } }, async (got) => {
      const back = await bytes(got);
      this.#write(name, asked, body, got, back);
      const headers = { ...got.headers };
      for (const hop of ["transfer-encoding", "connection", "keep-alive"]) delete headers[hop];
      answer.writeHead(got.statusCode, headers).end(back);
    });
    inside.on("error", (error) => {
      if (error.code !== "ECONNREFUSED") this.say(`!! ${name} broke off ${asked.method} ${asked.url}: ${error.message}`);
      if (!answer.headersSent) answer.writeHead(502).end();
    });
    inside.end(body);
  }

  #write(to, asked, body, got, back) {
    if (asked.url.startsWith("/control/") || ["/readyz", "/livez"].includes(asked.url)) return;
    const activity = asked.method === "POST" ? parsed(body) : undefined;
    const from = this.#sender(asked, activity);
    // What people's browsers and clients ask is not between servers.
    if (!from && !asked.url.startsWith("/.well-known") && asked.method === "GET" && !/json/.test(asked.headers.accept ?? "")) return;
    if (!from && asked.method === "POST" && !activity?.type) return;
    const status = got.statusCode;
    const exchange = { at: Date.now(), from: from ?? "somebody", to, method: asked.method, path: asked.url, scheme: scheme(asked), status, activity };
    exchange.type = activity ? kind(activity) : "";
    exchange.answer = asked.method === "GET" && status === 200 ? parsed(back) : undefined;
    this.exchanges.push(exchange);
    if (this.#again(exchange)) return;
    const told = status >= 400 ? `  ${String(back).replace(/\s+/g, " ").slice(0, 160)}` : "";
    const time = new Date().toISOString().slice(11, 23);
    if (activity) appendFileSync(this.#bodies, `${JSON.stringify({ from: exchange.from, to, status, activity })}\n`);
    this.say(`${time} ${exchange.from} → ${to}  ${asked.method} ${asked.url}  ${exchange.type ? `${exchange.type}  ` : ""}[${exchange.scheme}]  ${status}${told}`);
  }

  /** Whether an activity comes again to an inbox that took it already. It is written once, and counted. */
  #again({ to, path, status, activity, type, from }) {
    const id = activity?.id;
    if (typeof id !== "string" || status >= 300) return false;
    const delivery = `${type} ${id} from ${from} to ${to}${path}`;
    const times = (this.#taken.get(delivery) ?? 0) + 1;
    this.#taken.set(delivery, times);
    if (times === 2) this.say(`!! delivered again although it was taken: ${delivery}`);
    return times > 1;
  }

  /** How many different deliveries of a program were taken. */
  taken(from) {
    return [...this.#taken.keys()].filter((delivery) => delivery.includes(` from ${from} `)).length;
  }

  /** What a program delivered again to an inbox that had taken it: [what, how many times]. */
  repeated(from) {
    return [...this.#taken].filter(([delivery, times]) => times > 1 && delivery.includes(` from ${from} `));
  }

  #sender(asked, activity) {
    const hint = [activity?.actor?.id ?? activity?.actor, asked.headers["signature-input"], asked.headers.signature, asked.headers["user-agent"]].join(" ");
    for (const [authority, name] of this.#names) if (hint.includes(`//${authority}/`)) return name;
    return undefined;
  }

  /** What came from one to another since a moment. */
  between(from, to, since = 0) {
    return this.exchanges.filter((exchange) => exchange.from === from && exchange.to === to && exchange.at >= since);
  }
}

/** Which scheme a request was signed with. */
function scheme(asked) {
  if (asked.headers["signature-input"]) return "RFC 9421";
  return asked.headers.signature ? "cavage" : "unsigned";
}

/** `Create{Note}`, `Announce{Create{Page}}`, `Like`. */
function kind(activity) {
  const inner = activity.object && typeof activity.object === "object" && !Array.isArray(activity.object) ? kind(activity.object) : "";
  return inner && ["Create", "Update", "Delete", "Announce", "Undo", "Accept", "Reject"].includes(activity.type) ? `${activity.type}{${inner}}` : (activity.type ?? "");
}

function parsed(body) {
  try {
    const read = JSON.parse(body);
    return read && typeof read === "object" ? read : undefined;
  } catch {
    return undefined;
  }
}

async function bytes(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Free ports on loopback, all different. */
export async function freePorts(number) {
  const sockets = await Promise.all(
    Array.from({ length: number }, () => new Promise((done, failed) => {
      const socket = createSocket().once("error", failed);
      socket.listen(0, "127.0.0.1", () => done(socket));
    })),
  );
  const ports = sockets.map((socket) => socket.address().port);
  await Promise.all(sockets.map((socket) => new Promise((done) => socket.close(done))));
  return ports;
}
