// Starts and ends the programs of the scenario. Only what was started here is ended here.
import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

const started = [];

/** Starts a program that goes on; what it says goes to a file of its own. */
export function start(name, command, args, { logs, ...options }) {
  const log = createWriteStream(join(logs, `${name}.log`));
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const program = { name, child, said: "", over: undefined };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      log.write(chunk);
      program.said = (program.said + chunk).slice(-100_000);
    });
  }
  program.ended = new Promise((done) => {
    child.once("error", (error) => done((program.over = error.message)));
    child.once("close", (code, signal) => (log.end(), done((program.over = `ended with ${code ?? signal}`))));
  });
  started.push(program);
  return program;
}

/** Ends what was started, last first. */
export async function endAll() {
  for (const program of started.splice(0).reverse()) {
    if (program.over) continue;
    program.child.kill("SIGTERM");
    const late = setTimeout(() => program.child.kill("SIGKILL"), 8_000);
    await program.ended;
    clearTimeout(late);
  }
}

/** Runs a program to its end: what it said, or an error with what it said. */
export function run(command, args, { input = "", limit = 60_000, ...options } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "pipe"], timeout: limit, ...options });
    let [out, error] = ["", ""];
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (error += chunk));
    child.once("error", failed);
    child.once("close", (code) => (code === 0 ? done(out) : failed(new Error(`${command} ${args.join(" ")} ended with ${code}\n${(out + error).slice(-1500)}`))));
    child.stdin.on("error", () => {}).end(input);
  });
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Longer than any program here rests before it tries once more what failed at first (snac: two minutes). */
const PATIENCE = 150_000;

/** Asks again until there is an answer; says what was waited for when there is none. */
export async function until(what, ask, limit = PATIENCE) {
  for (const end = Date.now() + limit; ; await pause(150)) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${limit / 1000} s`);
  }
}

/** Waits for an address to answer, or for its program to end. */
export async function ready(program, url, headers = {}) {
  await until(`${program.name} answers at ${url}`, async () => {
    if (program.over) throw new Error(`${program.name} ${program.over}\n${program.said.slice(-1500)}`);
    const answer = await fetch(url, { headers }).catch(() => undefined);
    return answer?.ok;
  }, 30_000);
}
