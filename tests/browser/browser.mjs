// The browser, and visitors in it who notice everything: requests to others, refusals by the policy of the page, errors, cookies.
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

export const languages = process.env.MOCK ? ["fr"] : ["fr", "en", "de"];
export const phone = { width: 320, height: 640 };
export const desk = { width: 1280, height: 900 };

/** Starts the browser; `close()` ends it. */
export async function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  if (!existsSync(executablePath)) throw new Error(`there is no browser at ${executablePath}: set CHROMIUM, or use ./test`);
  const home = await mkdtemp(join(tmpdir(), "parvis-chromium."));
  const browser = await chromium.launch({ executablePath, args: flags, headless: true, env: { ...process.env, HOME: home } });
  return {
    browser,
    close: async () => {
      await browser.close();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/**
 * A visitor of the town. `role` is undefined for somebody who is not signed in; `noticed` collects what went wrong.
 */
export async function visitor({ browser }, town, { role, language = "fr", size = desk, scheme = "light", script = true } = {}) {
  const context = await browser.newContext({
    baseURL: town.url,
    locale: { fr: "fr-FR", en: "en-GB", de: "de-DE" }[language],
    timezoneId: "Europe/Paris",
    viewport: size,
    colorScheme: scheme,
    javaScriptEnabled: script,
    reducedMotion: "reduce",
    storageState: role ? await signedIn({ browser }, town, role) : undefined,
  });
  context.setDefaultTimeout(30_000);
  // The language of somebody's account comes before the browser's, and a chosen one before both.
  if (role) await context.addCookies([{ name: "lang", value: language, url: town.url }]);
  const page = await context.newPage();
  const noticed = [];
  watch(page, town, noticed);
  return { context, page, noticed, close: () => context.close() };
}

function watch(page, town, noticed) {
  const ours = new URL(town.url).origin;
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== ours && !["data:", "blob:"].includes(url.protocol)) noticed.push(`asks ${url.origin} for ${url.pathname}`);
  });
  // The page itself may be a 403 or a 404, which is what the test asks for; what it needs may not.
  page.on("response", (answer) => {
    if (answer.status() >= 400 && !answer.request().isNavigationRequest()) noticed.push(`${answer.status()} for ${new URL(answer.url()).pathname}`);
  });
  page.on("requestfailed", (request) => {
    if (!request.isNavigationRequest() && request.failure()?.errorText !== "net::ERR_ABORTED") noticed.push(`no answer for ${request.url()}`);
  });
  page.on("console", (message) => {
    const text = message.text();
    if (["error", "warning"].includes(message.type()) && !text.startsWith("Failed to load resource")) noticed.push(`console: ${text}`);
  });
  page.on("pageerror", (error) => noticed.push(`script: ${error.message}`));
}

const sessions = new Map();

/** The cookies of somebody with this role: the e-mailed link works once, so each role signs in once per town. */
export function signedIn({ browser }, town, role) {
  const key = `${town.url} ${role}`;
  if (!sessions.has(key)) sessions.set(key, signIn(browser, town, role));
  return sessions.get(key);
}

async function signIn(browser, town, role) {
  const account = town.accounts.find((candidate) => candidate.role === role);
  if (!account) throw new Error(`demo.json has no account with the role ${role}`);
  const context = await browser.newContext({ baseURL: town.url, locale: "fr-FR" });
  try {
    const page = await context.newPage();
    await page.goto(account.sign_in_link);
    // A link may ask for one press, so that a mail scanner does not use it up.
    const confirm = page.locator("main form button").first();
    if (await confirm.count()) await Promise.all([page.waitForLoadState(), confirm.click()]);
    await page.goto("/account");
    if (!new URL(page.url()).pathname.startsWith("/account")) throw new Error(`${role} is not signed in: sent to ${page.url()}`);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
