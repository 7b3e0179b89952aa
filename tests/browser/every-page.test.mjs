// Every page as people see it. For everybody: no violation of axe-core, in every language, on a phone and on a desk, by day and (for some) by night.
// Pages keep to themselves: nothing asked of others, nothing refused by their own policy, no cookie before it is needed, nothing too wide.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import axe from "axe-core/axe.min.js";
import { desk, phone, signedIn, visitor } from "./browser.mjs";
import { alsoDark, cookieHeader, missing, oneOfEach, pagesOf, shape, starts } from "./pages.mjs";
import { chromium, prepare, town } from "./stage.mjs";
import { openEmpty, still } from "./town.mjs";
import { none } from "./verdict.mjs";

const pictures = process.env.SCREENSHOTS && resolve(import.meta.dirname, "../../target/screenshots");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const every = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
/** What depends on how long words are: everything else is the same page as in the first language. */
const tight = { runOnly: ["target-size", "scrollable-region-focusable", "empty-heading", "link-name", "button-name", "label"], resultTypes: ["violations"] };
/** Forms of people who are not signed in yet are protected by a cookie. */
const needsCookie = /^\/(sign-in|sign-up|enter|setup)/;

prepare(async () => {
  if (pictures) await mkdir(pictures, { recursive: true });
});

/**
 * How the pages are looked at: all of them in the first language on a phone, where things get tight; one of each form in the longest words on a phone, with
 * scripts and without, and in the other language on a desk. Each language and each width is met, not every pair of them: words do not depend on the width.
 * Pages that a visitor and a citizen see are looked at in these by the citizen, who sees more on them.
 */
const ways = [
  { language: "fr", size: phone },
  { language: "de", size: phone, rules: tight },
  { language: "en", size: desk },
  { language: "fr", size: desk, scheme: "dark" },
  { language: "de", size: phone, script: false },
];

describe("pages", () => {
  for (const role of still ? ["visitor"] : Object.keys(starts)) {
    // Two at once, because a browser keeps one core busy for each.
    test(role, { concurrency: 2 }, async (t) => {
      const state = role === "visitor" ? undefined : await signedIn(chromium, town, role);
      const pages = await pagesOf(role, town, cookieHeader(state));
      const shared = role === "visitor" && !still ? await citizens() : new Set();
      const forms = still ? pages : oneOfEach(pages, role).filter((path) => alsoDark.includes(shape(path)) || !shared.has(shape(path)));
      const dark = forms.filter((path) => alsoDark.includes(shape(path)));
      const walks = ways.map(({ language, size, scheme = "light", script = true, rules }) => {
        const seen = scheme === "dark" ? dark : language === "fr" ? pages : forms;
        const name = `${seen.length} pages in ${language}, ${size.width} px, ${scheme}, scripts ${script ? "on" : "off"}`;
        return t.test(name, () => walk(seen, { role: state && role, language, size, scheme, script, rules }));
      });
      await Promise.all(walks);
    });
  }
});

test("the page that sets an instance up", { skip: still }, async () => {
  const empty = await openEmpty();
  try {
    for (const { language, size, scheme = "light", script = true } of ways) await walk([empty.path], { language, size, scheme, script }, empty);
  } finally {
    await empty.close();
  }
});

/** The forms of the pages that a citizen is shown. */
async function citizens() {
  const state = await signedIn(chromium, town, "citizen");
  return new Set((await pagesOf("citizen", town, cookieHeader(state))).map(shape));
}

async function walk(pages, how, place = town) {
  const guest = await visitor(chromium, place, how);
  const found = [];
  try {
    for (const path of pages) {
      guest.noticed.length = 0;
      const answer = await guest.page.goto(path, { waitUntil: "load" });
      if (!still) found.push(...unexpected(path, answer));
      found.push(...(await tooWide(path, guest.page)));
      if (!still) found.push(...(await otherLanguage(path, guest.page, how)));
      if (how.script) found.push(...(await violations(path, guest.page, how.rules)));
      found.push(...guest.noticed.map((what) => `${path}: ${what}`));
      if (!how.role) found.push(...(await cookies(path, guest.context)));
      if (pictures && how.script) await picture(guest.page, path.replace(/^(\/setup\/).*/, "$1"), how);
    }
  } finally {
    await guest.close();
  }
  none(found);
}

function unexpected(path, answer) {
  const found = [];
  if (answer.status() >= 400 && path !== missing) found.push(`${path}: ${answer.status()}`);
  if (new URL(answer.url()).pathname !== new URL(path, town.url).pathname) found.push(`${path}: leads to ${answer.url()}`);
  const policy = answer.headers()["content-security-policy"] ?? "";
  if (!/default-src '(none|self)'/.test(policy)) found.push(`${path}: no strict policy: "${policy}"`);
  if (/unsafe-inline|unsafe-eval/.test(policy)) found.push(`${path}: an unsafe policy: "${policy}"`);
  return found;
}

async function tooWide(path, page) {
  const [wide, room, what] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > clientWidth + 1);
    const told = out.slice(-3).map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`);
    return [scrollWidth, clientWidth, told.join(" ")];
  });
  return wide > room ? [`${path}: ${wide} px wide in ${room}: ${what}`] : [];
}

async function otherLanguage(path, page, { language }) {
  const lang = await page.evaluate(() => document.documentElement.lang);
  return lang === language ? [] : [`${path}: in ${lang}, not in ${language}`];
}

async function violations(path, page, options = every) {
  await page.evaluate(axe.source);
  const result = await page.evaluate(async (given) => ({ violations: (await globalThis.axe.run(document, given)).violations }), options);
  return result.violations.map(({ id, help, nodes }) => {
    const where = nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.any[0]?.message ?? node.html}`);
    return `${path}: ${id}: ${help}\n    ${where.join("\n    ")}`;
  });
}

/** Somebody who only reads gets no cookie. */
async function cookies(path, context) {
  const given = await context.cookies();
  await context.clearCookies();
  return needsCookie.test(path) ? [] : given.map(({ name }) => `${path}: the cookie ${name} is set for somebody who only reads`);
}

async function picture(page, path, { role = "visitor", language, size, scheme }) {
  const name = `${role}${path.replace(/[^a-z0-9@]+/gi, "-").replace(/-$/, "") || "-home"}.${language}.${size.width}.${scheme}.png`;
  await page.screenshot({ path: join(pictures, name), fullPage: true, animations: "disabled" });
}
