// The checks and what became of them: each is a small function with a name; a failure is forgiven only when explained.mjs explains it.
import { writeFileSync } from "node:fs";

/** Thrown by a check that makes no sense on this machine or with this peer. */
export class Skip extends Error {}

export class Report {
  lines = [];
  #wire;

  constructor(wire, explanations) {
    this.#wire = wire;
    this.explanations = explanations;
  }

  /** Runs a check. Later checks of the group still run; those that need what it made say so themselves. */
  async check(group, name, run) {
    const begun = Date.now();
    this.#wire.say(`\n## ${group}: ${name}`);
    try {
      const note = await run();
      this.#add(group, name, "pass", typeof note === "string" ? note : "", begun);
    } catch (error) {
      const kind = error instanceof Skip ? "skip" : "fail";
      this.#add(group, name, kind, error.message, begun);
    }
  }

  /** A result that another program reports. */
  add(group, name, result, note = "") {
    this.#add(group, name, result, note, Date.now());
  }

  #add(group, name, result, note, begun) {
    const explanation = result === "pass" ? "" : (this.explanations[`${group}: ${name}`] ?? "");
    this.lines.push({ group, name, result, note, explanation, time: Date.now() - begun });
    const mark = { pass: "ok  ", "n/a": "n/a ", skip: "SKIP", fail: explanation ? "expl" : "FAIL" }[result];
    const told = result === "pass" ? note : `${note}${explanation ? ` (${explanation})` : ""}`;
    console.log(`${mark} ${group}: ${name}${told ? `  — ${told.split("\n")[0].slice(0, 300)}` : ""}`);
    this.#wire.say(`-- ${result}${note ? `: ${note}` : ""}`);
  }

  /** What is not explained: failures, and in CI what was skipped too. */
  get failed() {
    const counts = process.env.CI ? ["fail", "skip"] : ["fail"];
    return this.lines.filter((line) => counts.includes(line.result) && !line.explanation);
  }

  /** Writes the table and ends with the line that test runners read. */
  write(file) {
    const cell = (text) => String(text).replaceAll("|", "\\|").replace(/\s+/g, " ").slice(0, 400);
    const rows = this.lines.map((line) => `| ${cell(line.group)} | ${cell(line.name)} | ${line.result} | ${cell(line.note)} | ${cell(line.explanation)} |`);
    const head = ["# Interoperability, live", "", "| with | case | result | seen | explanation |", "| --- | --- | --- | --- | --- |"];
    const passed = this.lines.filter((line) => line.result === "pass").length;
    const of = (result, explained) => this.lines.filter((line) => line.result === result && Boolean(line.explanation) === explained).length;
    const rest = this.lines.length - passed - this.failed.length;
    const more = `of the skipped: ${of("n/a", false)} do not apply, ${of("fail", true)} failed and are explained`;
    const sum = `${more}\n${passed} passed, ${this.failed.length} failed, ${rest} skipped`;
    writeFileSync(file, [...head, ...rows, "", sum, ""].join("\n"));
    return sum;
  }
}

/** Fails a check with a message. */
export function want(holds, message) {
  if (!holds) throw new Error(message);
}
