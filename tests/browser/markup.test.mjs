// The HTML of every page is valid, and a page is light.
import { get } from "node:http";
import { describe, test } from "node:test";
import { HtmlValidate } from "html-validate";
import rules from "./.htmlvalidate.mjs";
import { languages, signedIn } from "./browser.mjs";
import { cookieHeader, missing, pagesOf, starts } from "./pages.mjs";
import { chromium, town } from "./stage.mjs";
import { still } from "./town.mjs";
import { none } from "./verdict.mjs";

const heaviest = 100 * 1024;
const validator = new HtmlValidate(rules);

describe("markup", () => {
  for (const role of still ? ["visitor"] : Object.keys(starts)) {
    test(`${role}: every page is valid and light`, async (t) => {
      const cookie = role === "visitor" ? "" : cookieHeader(await signedIn(chromium, town, role));
      const pages = await pagesOf(role, town, cookie);
      // Each page in one language, each language on many pages: the words do not make the markup.
      for (const [nth, language] of languages.entries()) {
        const these = pages.filter((_page, index) => index % languages.length === nth);
        await t.test(`${these.length} pages in ${language}`, () => check(these, language, cookie));
      }
    });
  }
});

async function check(pages, language, session) {
  const found = [];
  // The language of somebody's account comes before the browser's, and a chosen one before both.
  const cookie = session && `${session}; lang=${language}`;
  for (const path of pages) {
    const answer = await fetch(town.url + path, { headers: { cookie, "accept-language": language } });
    const html = await answer.text();
    if (answer.status >= 400 && path !== missing) found.push(`${path}: ${answer.status}`);
    if (!still && !html.includes(`<html lang="${language}"`)) found.push(`${path}: the page does not say that it is in ${language}`);
    const report = await validator.validateString(explicit(html), path);
    for (const { ruleId, message, line, column } of report.results.flatMap((result) => result.messages)) {
      found.push(`${path}:${line}:${column}: ${ruleId}: ${message}`);
    }
    const weight = await weigh(path, html, language, cookie);
    if (weight > heaviest) found.push(`${path}: ${Math.ceil(weight / 1024)} KB of HTML and CSS, compressed`);
  }
  none(found);
}

/** A button without a type submits: the validator has to read it to know that several may share a name. */
const explicit = (html) => html.replace(/<button(?![^>]*\stype=)/g, '<button type="submit"');

/** Bytes on the wire of a page and its stylesheets. */
async function weigh(path, html, language, cookie) {
  const styles = [...html.matchAll(/<link\s[^>]*?rel="stylesheet"[^>]*?href="([^"]+)"/g)].map(([, href]) => href.replaceAll("&amp;", "&"));
  const sizes = await Promise.all([path, ...styles].map((part) => bytes(new URL(part, town.url + path), language, cookie)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function bytes(url, language, cookie) {
  return new Promise((done, failed) => {
    const headers = { "accept-encoding": "br, gzip", "accept-language": language, cookie };
    get(url, { headers }, (answer) => {
      let size = 0;
      answer.on("data", (chunk) => (size += chunk.length));
      answer.on("end", () => done(size));
    }).on("error", failed);
  });
}
