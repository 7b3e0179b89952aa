// axe-core, with no violation on any page, in every language, on a phone and on a desk, by day and (for some) by night.
import { after, before, describe, test } from "node:test";
import axe from "axe-core";
import { desk, languages, openBrowser, phone, signedIn, visitor } from "./browser.mjs";
import { alsoDark, cookieHeader, pagesOf, shape, starts } from "./pages.mjs";
import { openTown, still } from "./town.mjs";
import { none } from "./verdict.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const options = { runOnly: tags, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] };
let town, chromium;

before(async () => {
  [town, chromium] = await Promise.all([openTown(), openBrowser()]);
});
after(async () => {
  await chromium?.close();
  await town?.close();
});

describe("accessibility", () => {
  for (const role of still ? ["visitor"] : Object.keys(starts)) {
    test(`${role}: every page`, async (t) => {
      const state = role === "visitor" ? undefined : await signedIn(chromium, town, role);
      const pages = await pagesOf(role, town, cookieHeader(state));
      for (const language of languages) {
        for (const [size, scheme] of [[phone, "light"], [desk, "light"], [desk, "dark"]]) {
          const seen = scheme === "dark" ? pages.filter((path) => alsoDark.includes(shape(path))) : pages;
          const name = `${seen.length} pages in ${language}, ${size.width} px, ${scheme}`;
          await t.test(name, () => look(seen, { role: state && role, language, size, scheme }));
        }
      }
    });
  }
});

async function look(pages, how) {
  const guest = await visitor(chromium, town, how);
  const found = [];
  for (const path of pages) {
    await guest.page.goto(path);
    await guest.page.evaluate(axe.source);
    const { violations } = await guest.page.evaluate((given) => globalThis.axe.run(document, given), options);
    for (const { id, help, nodes } of violations) {
      found.push(`${path}: ${id}: ${help}\n    ${nodes.slice(0, 3).map((node) => `${node.target.join(" ")}: ${node.any[0]?.message ?? node.html}`).join("\n    ")}`);
    }
  }
  await guest.close();
  none(found);
}
