// A town to visit: the built binary with its demonstration data, or a directory of still pages (MOCK=/some/directory).
import { spawn } from "node:child_process";
import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { connect, createServer as createSocket } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const binary = process.env.PARVIS_TEST_BINARY ?? join(root, "target/debug/parvis");

/** Whether the pages are still pages: no accounts, no languages, no journeys. */
export const still = process.env.MOCK;

/**
 * Opens the town. The answer holds `url`, `accounts` ({name, email, role, sign_in_link}), `pages` (paths), `directory` (its data) and `close()`.
 */
export async function openTown() {
  return still ? openStill(resolve(still)) : openLiving();
}

async function openLiving() {
  const directory = await mkdtemp(join(tmpdir(), "parvis-browser."));
  const port = await freePorts();
  const written = [];
  const child = spawn(binary, ["demo", "--dir", directory, "--port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => written.push(chunk));
  // A program that is not there is never closed.
  const ended = new Promise((done) => child.once("close", done).once("error", done));
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const gone = ended.then((code) => {
      throw new Error(`the demonstration ended with ${code}`);
    });
    await Promise.race([ready(`http://localhost:${port}`), gone]);
    const demo = JSON.parse(await readFile(join(directory, "demo.json"), "utf8"));
    return { accounts: [], pages: [], ...demo, url: demo.url.replace(/\/$/, ""), directory, close };
  } catch (error) {
    await close();
    throw new Error(`${error.message}\n${Buffer.concat(written).toString().slice(-2000)}`);
  }
}

/** An instance that nobody has set up yet: `url`, and the `path` of the one-time page that does it. */
export async function openEmpty() {
  const directory = await mkdtemp(join(tmpdir(), "parvis-empty."));
  const port = await freePorts();
  const url = `http://localhost:${port}`;
  const env = { ...process.env, PARVIS_PUBLIC_URL: url, PARVIS_LISTEN: `127.0.0.1:${port}`, PARVIS_DATA_DIR: directory, PARVIS_DATABASE_URL: "" };
  const child = spawn(binary, ["serve"], { cwd: directory, env, stdio: ["ignore", "pipe", "ignore"] });
  // A program that is not there is never closed.
  const ended = new Promise((done) => child.once("close", done).once("error", done));
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    await rm(directory, { recursive: true, force: true });
  };
  let said = "";
  child.stdout.on("data", (chunk) => (said += chunk));
  try {
    const gone = ended.then((code) => {
      throw new Error(`the instance ended with ${code}`);
    });
    await Promise.race([ready(url), gone]);
    return { url, path: said.match(/\/setup\/\S+/)[0], close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ready(url, limit = 180_000) {
  for (const end = Date.now() + limit; Date.now() < end; await pause(100)) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`${url}/readyz did not answer within ${limit / 1000} s`);
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** A port that is free together with the two that follow it: the demonstration opens several towns. */
async function freePorts() {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 30_000);
    const free = await Promise.all([port, port + 1, port + 2].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

function isFree(port) {
  return new Promise((done) => {
    const socket = createSocket();
    socket.once("error", () => done(false));
    socket.listen(port, "127.0.0.1", () => socket.close(() => inUse(port).then((used) => done(!used))));
  });
}

function inUse(port) {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => (socket.destroy(), done(true)));
    socket.once("error", () => done(false));
  });
}

const types = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".png": "image/png" };

async function openStill(directory) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, "http://x").pathname));
    const content = await readFile(join(directory, path)).catch(() => undefined);
    response.writeHead(content ? 200 : 404, { "content-type": types[extname(path)] ?? "text/plain" }).end(content);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const pages = (await readdir(directory)).filter((name) => name.endsWith(".html")).map((name) => `/${name}`);
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    accounts: [],
    pages,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
