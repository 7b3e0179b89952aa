// Pages keep to themselves: nothing asked of others, nothing refused by their own policy, no cookie before it is needed, nothing too wide.
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { desk, languages, openBrowser, phone, signedIn, visitor } from "./browser.mjs";
import { cookieHeader, pagesOf, starts } from "./pages.mjs";
import { openTown, still } from "./town.mjs";
import { none } from "./verdict.mjs";

const pictures = process.env.SCREENSHOTS && resolve(import.meta.dirname, "../../target/screenshots");
/** Forms of people who are not signed in yet are protected by a cookie. */
const needsCookie = /^\/(sign-in|sign-up|setup)/;
let town, chromium;

before(async () => {
  [town, chromium] = await Promise.all([openTown(), openBrowser()]);
  if (pictures) await mkdir(pictures, { recursive: true });
});
after(async () => {
  await chromium?.close();
  await town?.close();
});

describe("quiet pages", () => {
  for (const role of still ? ["visitor"] : Object.keys(starts)) {
    for (const script of [true, false]) {
      test(`${role}: every page, scripts ${script ? "on" : "off"}`, async (t) => {
        const state = role === "visitor" ? undefined : await signedIn(chromium, town, role);
        const pages = await pagesOf(role, town, cookieHeader(state));
        // Width and requests do not depend on the language without scripts, but German is the widest.
        for (const language of script ? languages : languages.slice(-1)) {
          for (const size of [phone, desk]) {
            const how = { role: state && role, language, size, script };
            await t.test(`${pages.length} pages in ${language}, ${size.width} px`, () => walk(pages, how));
          }
        }
      });
    }
  }

  if (pictures) {
    test("pictures in the dark", async () => {
      const guest = await visitor(chromium, town, { scheme: "dark" });
      for (const path of await pagesOf("visitor", town)) {
        await guest.page.goto(path);
        await picture(guest.page, path, { language: "fr", size: desk, scheme: "dark" });
      }
      await guest.close();
    });
  }
});

async function walk(pages, how) {
  const guest = await visitor(chromium, town, how);
  const found = [];
  for (const path of pages) {
    guest.noticed.length = 0;
    const answer = await guest.page.goto(path, { waitUntil: "load" });
    const policy = answer.headers()["content-security-policy"] ?? "";
    if (!still && !/default-src 'none'|default-src 'self'/.test(policy)) found.push(`${path}: no strict policy: "${policy}"`);
    if (/unsafe-inline|unsafe-eval/.test(policy)) found.push(`${path}: an unsafe policy: "${policy}"`);
    const [wide, room] = await guest.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (wide > room) found.push(`${path}: ${wide} px wide in ${room}: ${await guest.page.evaluate(widest)}`);
    found.push(...guest.noticed.map((what) => `${path}: ${what}`));
    if (!how.role && !needsCookie.test(path)) {
      const cookies = await guest.context.cookies();
      found.push(...cookies.map(({ name }) => `${path}: the cookie ${name} is set for somebody who only reads`));
    }
    await (how.role || guest.context.clearCookies());
    if (pictures && how.script) await picture(guest.page, path, how);
  }
  await guest.close();
  none(found);
}

/** Runs in the page: what sticks out. */
function widest() {
  const room = document.documentElement.clientWidth;
  const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > room + 1);
  return out
    .slice(-3)
    .map((element) => `<${element.localName} class="${element.getAttribute("class") ?? ""}">`)
    .join(" ");
}

async function picture(page, path, { role = "visitor", language, size, scheme = "light" }) {
  const name = `${role}${path.replace(/[^a-z0-9@]+/gi, "-").replace(/-$/, "") || "-home"}.${language}.${size.width}.${scheme}.png`;
  await page.screenshot({ path: join(pictures, name), fullPage: true, animations: "disabled" });
}
