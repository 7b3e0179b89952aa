// What people come for, by the keyboard alone, with scripts and without: sign in, propose, support, reply, report, answer, moderate.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openBrowser, visitor } from "./browser.mjs";
import { choose, pick, press, unfold, write } from "./keyboard.mjs";
import { letters, linkFor } from "./mailbox.mjs";
import { openTown, still } from "./town.mjs";
import { none } from "./verdict.mjs";
import { words } from "./words.mjs";

let town, chromium;

before(async () => {
  if (!still) [town, chromium] = await Promise.all([openTown(), openBrowser()]);
});
after(async () => {
  await chromium?.close();
  await town?.close();
});

const link = (page, name) => page.getByRole("main").getByRole("link", { name });
const button = (page, name) => page.getByRole("main").getByRole("button", { name });
const field = (page, name) => page.getByRole("main").getByRole("textbox", { name });

/** Who plays: a role among the accounts of demo.json, and which one of them. */
const cast = { author: ["citizen", 0], neighbour: ["citizen", 1], agent: ["agent", 0], moderator: ["moderator", 0] };

describe("journeys by the keyboard alone", { skip: still && "still pages" }, () => {
  for (const script of [true, false]) {
    test(`scripts ${script ? "on" : "off"}`, async (t) => {
      const title = `Des arceaux à vélos devant la gare (${script ? "avec" : "sans"} scripts)`;
      const people = {};
      const come = async (name) => (people[name] ??= await signInByMail(account(...cast[name]), script));
      let idea;
      const steps = {
        "a citizen signs in by an e-mailed link": () => come("author"),
        "a faulty form keeps the text": async () => faulty(await come("author"), title),
        "a citizen proposes": async () => (idea = await propose(await come("author"), title)),
        "another supports, and takes it back": async () => support(await come("neighbour"), idea),
        "and replies": async () => reply(await come("neighbour"), idea),
        "and reports": async () => report(await come("neighbour"), idea),
        "an agent answers officially": async () => answer(await come("agent"), idea, title),
        "a moderator hides it with a reason": async () => moderate(await come("moderator"), idea, title),
        "nothing went wrong on the way": () => none(Object.values(people).flatMap((guest) => guest.noticed)),
      };
      try {
        // Each step stands on the one before: the first that fails ends the journey.
        for (const [name, step] of Object.entries(steps)) {
          let done = false;
          await t.test(name, async () => (await step(), (done = true)));
          if (!done) break;
        }
      } finally {
        await Promise.all(Object.values(people).map((guest) => guest.close()));
      }
    });
  }
});

function account(role, nth) {
  const all = town.accounts.filter((candidate) => candidate.role === role);
  assert.ok(all[nth], `demo.json has no account number ${nth + 1} with the role ${role}`);
  return all[nth];
}

async function signInByMail({ email }, script) {
  const guest = await visitor(chromium, town, { script });
  const { page } = guest;
  await page.goto("/");
  const menu = page.locator("header details > summary");
  if (await menu.count()) await unfold(page, menu);
  await press(page, page.getByRole("banner").getByRole("link", { name: words.signInLink }));
  const known = new Set(await letters(town));
  const form = page.locator("form", { has: page.getByRole("button", { name: words.askLink }) });
  await write(page, form.getByRole("textbox", { name: words.email }), email);
  await press(page, form.getByRole("button", { name: words.askLink }));
  await page.goto(await linkFor(town, email, known));
  const confirm = button(page, words.confirmSignIn);
  if (await confirm.count()) await press(page, confirm);
  await page.goto("/account");
  assert.equal(new URL(page.url()).pathname, "/account", "signed in");
  return guest;
}

/** Goes to the form of a consultation that takes ideas now. */
async function openForm(page) {
  for (const path of town.pages.filter((candidate) => /^\/c\/[^/]+$/.test(candidate))) {
    await page.goto(path);
    if (await link(page, words.propose).count()) return press(page, link(page, words.propose));
  }
  throw new Error("no consultation in demo.json takes ideas");
}

async function faulty({ page }) {
  await openForm(page);
  const text = "Un texte qui ne doit pas se perdre, même sans titre.";
  await write(page, field(page, words.ideaBody), text);
  // The server's own check is what is looked at.
  await page.locator("main form").evaluateAll((forms) => forms.forEach((form) => form.setAttribute("novalidate", "")));
  await press(page, button(page, words.publishIdea));
  assert.match(await page.getByRole("main").innerText(), words.faults);
  assert.equal(await field(page, words.ideaBody).first().inputValue(), text, "the text is kept");
  assert.ok(await page.locator('main [aria-invalid="true"]').count(), "the field says that it is at fault");
}

async function propose({ page }, title) {
  await openForm(page);
  await write(page, field(page, words.ideaTitle), title);
  await write(page, field(page, words.ideaBody), "Les trains arrivent, les vélos tombent. Vingt arceaux suffiraient pour commencer.");
  await press(page, button(page, words.publishIdea));
  assert.match(new URL(page.url()).pathname, /^\/c\/[^/]+\/p\/[^/]+$/);
  assert.match(await page.getByRole("heading", { level: 1 }).innerText(), new RegExp(title.slice(0, 30)));
  return new URL(page.url()).pathname;
}

async function support({ page }, idea) {
  await page.goto(idea);
  await press(page, button(page, words.support));
  await page.goto(idea);
  await press(page, button(page, words.takeBack));
  await page.goto(idea);
  assert.ok(await button(page, words.support).count(), "the support can be given again");
  await press(page, button(page, words.support));
}

async function reply({ page }, idea) {
  await page.goto(idea);
  const form = page.locator("form", { has: page.getByRole("button", { name: words.publishReply }) });
  await choose(page, form.getByRole("radio", { name: words.stanceFor }));
  await write(page, form.getByRole("textbox", { name: words.replyTitle }), "Oui, et sous un toit");
  await write(page, form.getByRole("textbox", { name: words.replyBody }), "La pluie use les selles.");
  await press(page, form.getByRole("button", { name: words.publishReply }));
  await page.goto(idea);
  assert.ok(await page.getByRole("heading", { name: "Oui, et sous un toit" }).count(), "the reply is on the page");
}

async function report({ page }, idea) {
  await page.goto(idea);
  await press(page, link(page, words.report).or(button(page, words.report)));
  const reasons = page.getByRole("main").getByRole("radio");
  if (await reasons.count()) await choose(page, reasons);
  const text = field(page, words.reportText);
  if (await text.count()) await write(page, text, "Ce n’est pas une idée, c’est une publicité.");
  await press(page, button(page, words.sendReport));
  assert.match(await page.getByRole("main").innerText(), words.reportSent);
}

async function answer({ page }, idea, title) {
  await page.goto("/admin/answers");
  await press(page, link(page, title));
  await pick(page, words.answerState, words.answerAccepted);
  await write(page, field(page, words.answerText), "Vingt arceaux seront posés au printemps, sous l’auvent.");
  await press(page, button(page, words.publishAnswer));
  await page.goto(idea);
  assert.ok(await page.getByRole("heading", { name: words.answerHeading }).count());
  assert.match(await page.getByRole("main").innerText(), /posés au printemps/);
}

async function moderate({ page }, idea, title) {
  await page.goto("/admin/moderation");
  const open = link(page, title);
  if (await open.count()) await press(page, open);
  const hide = page.getByRole("main").getByRole("radio", { name: words.decisionHide });
  if (await hide.count()) await choose(page, hide);
  await write(page, field(page, words.decisionReason), "Publicité pour un commerce.");
  await press(page, button(page, words.decide));
  await page.goto(idea);
  const shown = await page.getByRole("main").innerText();
  assert.match(shown, words.hidden);
  assert.match(shown, /Publicité pour un commerce/, "the reason is shown");
}
