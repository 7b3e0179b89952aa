// What people come for, by the keyboard alone, with scripts and without: sign in, propose, edit, support, reply, report, answer, moderate, and one's own account.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "./browser.mjs";
import { choose, pick, press, tick, unfold, write } from "./keyboard.mjs";
import { letters, linkFor } from "./mailbox.mjs";
import { chromium, town } from "./stage.mjs";
import { still } from "./town.mjs";
import { none } from "./verdict.mjs";
import { words } from "./words.mjs";

const link = (page, name) => page.getByRole("main").getByRole("link", { name });
const button = (page, name) => page.getByRole("main").getByRole("button", { name });
const field = (page, name) => page.getByRole("main").getByRole("textbox", { name });
const secret = (page, name) => page.getByRole("main").getByLabel(name).and(page.locator('[type="password"]'));
const heading = (page, name) => page.getByRole("main").getByRole("heading", { name });

/** What the page says was done, or what is on it. */
const said = async (page, what) => assert.match(await page.getByRole("status").first().innerText(), what);
const reads = async (page, what) => assert.match(await page.getByRole("main").innerText(), what);

/** Who plays: a role among the accounts of demo.json, and which one of them. */
const cast = { author: ["citizen", 0], neighbour: ["citizen", 1], agent: ["agent", 0], moderator: ["moderator", 0] };

describe("journeys by the keyboard alone", { skip: still && "still pages" }, () => {
  for (const script of [true, false]) {
    test(`scripts ${script ? "on" : "off"}`, async (t) => {
      const title = `Des arceaux à vélos devant la gare (${script ? "avec" : "sans"} scripts)`;
      const people = {};
      const come = async (name) => (people[name] ??= await signInByMail(account(...cast[name]), script));
      let idea;
      await inTurn(t, people, {
        "a citizen signs in by an e-mailed link": () => come("author"),
        "a faulty form keeps the text": async () => faulty(await come("author")),
        "a citizen proposes": async () => (idea = await propose(await come("author"), title)),
        "and edits it, which stays readable": async () => edit(await come("author"), idea),
        "another supports, and takes it back": async () => support(await come("neighbour"), idea),
        "and replies": async () => reply(await come("neighbour"), idea),
        "and reports": async () => report(await come("neighbour"), idea),
        "a moderator hides it with a reason": async () => hide(await come("moderator"), idea, title),
        "which everybody reads": async () => readHidden(await come("neighbour"), idea),
        "and shows it again": async () => restore(await come("moderator"), await come("neighbour"), idea, title),
        "an agent answers officially": async () => answer(await come("agent"), idea),
      });
    });

    test(`one's own account, scripts ${script ? "on" : "off"}`, async (t) => {
      const address = `nouvelle-${script ? "avec" : "sans"}@saint-aubin.example`;
      const people = { newcomer: await visitor(chromium, town, { script }) };
      await inTurn(t, people, {
        "a newcomer opens an account by an e-mailed link": () => signUp(people.newcomer, address),
        "chooses a password": () => choosePassword(people.newcomer),
        "comes back with it": () => signInByPassword(people.newcomer, address),
        "takes a copy of everything": () => takeCopy(people.newcomer, address),
        "and deletes the account": () => deleteAccount(people.newcomer, address),
      });
    });
  }
});

/** Each step stands on the one before: the first that fails ends the journey. */
async function inTurn(t, people, steps) {
  const closing = { "nothing went wrong on the way": () => none(Object.values(people).flatMap((guest) => guest.noticed)) };
  try {
    for (const [name, step] of Object.entries({ ...steps, ...closing })) {
      let done = false;
      await t.test(name, async () => (await step(), (done = true)));
      if (!done) break;
    }
  } finally {
    await Promise.all(Object.values(people).map((guest) => guest.close()));
  }
}

function account(role, nth) {
  const all = town.accounts.filter((candidate) => candidate.role === role);
  assert.ok(all[nth], `demo.json has no account number ${nth + 1} with the role ${role}`);
  return all[nth];
}

async function signInByMail({ email }, script) {
  const guest = await visitor(chromium, town, { script });
  const { page } = guest;
  await page.goto("/");
  await goToSignIn(page);
  const known = new Set(await letters(town));
  const form = page.locator("form", { has: page.getByRole("button", { name: words.askLink }) });
  await write(page, form.getByRole("textbox", { name: words.email }), email);
  await press(page, form.getByRole("button", { name: words.askLink }));
  await reads(page, words.mailed);
  await page.goto(await linkFor(town, email, known));
  await press(page, button(page, words.confirmSignIn));
  await said(page, words.signedIn);
  await page.goto("/account");
  assert.equal(new URL(page.url()).pathname, "/account", "signed in");
  return guest;
}

async function goToSignIn(page) {
  await unfold(page, page.locator("header details > summary"));
  await press(page, page.getByRole("banner").getByRole("link", { name: words.signInLink }));
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

async function edit({ page }, idea) {
  await page.goto(idea);
  await press(page, link(page, words.change));
  await write(page, field(page, words.ideaBody), "Les trains arrivent, les vélos tombent. Trente arceaux, et un toit.");
  await press(page, button(page, words.save));
  assert.equal(new URL(page.url()).pathname, idea);
  await reads(page, /Trente arceaux/);
  await press(page, link(page, words.versions));
  await reads(page, words.difference);
  assert.ok(await page.locator("main ins").count(), "what was added is marked");
  assert.ok(await page.locator("main del").count(), "what was removed is marked");
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
  assert.ok(await heading(page, "Oui, et sous un toit").count(), "the reply is on the page");
}

async function report({ page }, idea) {
  await page.goto(idea);
  await press(page, link(page, words.report));
  await choose(page, page.getByRole("main").getByRole("radio", { name: words.reasonSpam }));
  await write(page, field(page, words.reportText), "Ce n’est pas une idée, c’est une publicité.");
  await press(page, button(page, words.sendReport));
  await said(page, words.reported);
}

/** The case of a contribution in the queue of the moderation. */
const caseOf = (page, title) => page.getByRole("main").getByRole("article").filter({ hasText: title });

async function hide({ page }, idea, title) {
  await page.goto("/admin/moderation");
  const found = caseOf(page, title);
  await pick(page, found.getByRole("combobox", { name: words.shownReason }), words.shownReasonSpam);
  await write(page, found.getByRole("textbox", { name: words.shownNote }), "Réclame pour un commerce.");
  await press(page, found.getByRole("button", { name: words.hide }));
  assert.equal(await caseOf(page, title).count(), 0, "the case has left the queue");
}

async function readHidden({ page }, idea) {
  await page.goto(idea);
  await reads(page, words.hidden);
  await reads(page, /Réclame pour un commerce/);
  assert.doesNotMatch(await page.getByRole("main").innerText(), /Trente arceaux/, "the text is not shown");
}

async function restore({ page }, neighbour, idea, title) {
  await page.goto("/admin/moderation?decided=1");
  await press(page, caseOf(page, title).getByRole("button", { name: words.restore }));
  await neighbour.page.goto(idea);
  await reads(neighbour.page, /Trente arceaux/);
}

async function answer({ page }, idea) {
  await page.goto(idea);
  await press(page, link(page, words.answer));
  await choose(page, page.getByRole("main").getByRole("radio", { name: words.answerAccepted }));
  await write(page, field(page, words.answerText), "Trente arceaux seront posés au printemps, sous l’auvent.");
  await write(page, field(page, words.signedBy), "Hélène Lacaze, mobilités");
  await press(page, button(page, words.publishAnswer));
  await page.goto(idea);
  assert.ok(await heading(page, words.answerHeading).count(), "the answer has its heading");
  await reads(page, /posés au printemps/);
}

const phrase = "les tilleuls de la place en juin";

async function signUp({ page }, address) {
  await page.goto("/");
  await goToSignIn(page);
  await press(page, link(page, words.newcomer));
  await write(page, field(page, words.name), "Camille Nouvelle");
  await write(page, field(page, words.email), address);
  await tick(page, page.getByRole("main").getByRole("checkbox", { name: words.rules }));
  const known = new Set(await letters(town));
  await press(page, button(page, words.newcomer));
  await page.goto(await linkFor(town, address, known));
  await press(page, button(page, words.openAccount));
  await said(page, words.welcome);
}

async function choosePassword({ page }) {
  await page.goto("/account");
  await press(page, link(page, words.choosePassword));
  await write(page, secret(page, words.newPassword), phrase);
  await press(page, button(page, words.savePassword));
  await said(page, words.passwordSaved);
}

async function signInByPassword({ page }, address) {
  await unfold(page, page.locator("header details > summary"));
  await press(page, page.getByRole("banner").getByRole("button", { name: words.signOut }));
  await said(page, words.signedOut);
  await goToSignIn(page);
  await unfold(page, page.locator("main summary", { hasText: words.withPassword }));
  const form = page.locator("main form", { has: page.locator('[type="password"]') });
  await write(page, form.getByRole("textbox", { name: words.email }), address);
  await write(page, secret(page, words.password), phrase);
  await press(page, form.getByRole("button"));
  await said(page, words.signedIn);
}

async function takeCopy({ context }, address) {
  const answer = await context.request.get("/account/export");
  assert.equal(answer.status(), 200);
  assert.match(answer.headers()["content-type"], /^application\/json/);
  assert.match(answer.headers()["content-disposition"], /^attachment/);
  assert.ok(JSON.stringify(await answer.json()).includes(address), "the copy has the address");
}

async function deleteAccount({ page }, address) {
  await page.goto("/account");
  await press(page, link(page, words.deleteAccount));
  await choose(page, page.getByRole("main").getByRole("radio", { name: words.withdrawAll }));
  await write(page, field(page, words.confirmAddress), address);
  await press(page, button(page, words.deleteAccount));
  await said(page, words.deleted);
  await page.goto("/account");
  assert.equal(new URL(page.url()).pathname, "/sign-in", "nobody is signed in");
}
