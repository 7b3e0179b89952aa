// A report from the street made on a telephone: by touch and by the keyboard, with a picture of which something is covered, and without a network.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { phone, visitor } from "./browser.mjs";
import { choose, pick, press, reach, write } from "./keyboard.mjs";
import { letters } from "./mailbox.mjs";
import { chromium, prepare, town } from "./stage.mjs";
import { pause, still } from "./town.mjs";
import { none } from "./verdict.mjs";

let stripes;
const shots = process.env.SCREENSHOTS && "../../target/screenshots";

prepare(async () => {
  if (shots) await mkdir(new URL(shots, import.meta.url), { recursive: true });
  stripes = await picture();
});

/** A picture of black and white stripes, made by the browser itself. */
async function picture() {
  const page = await chromium.browser.newPage();
  const text = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [400, 300];
    const pen = canvas.getContext("2d");
    for (let x = 0; x < 400; x += 10) {
      pen.fillStyle = (x / 10) % 2 ? "#fff" : "#000";
      pen.fillRect(x, 0, 10, 300);
    }
    return canvas.toDataURL("image/png").split(",")[1];
  });
  await page.close();
  return { name: "rue.png", mimeType: "image/png", buffer: Buffer.from(text, "base64") };
}

const shot = async (page, name) => shots && page.screenshot({ path: new URL(`${shots}/report-${name}.png`, import.meta.url).pathname, fullPage: true });

/** The difference of light within a small box of what stands in the field: 0 where it is covered. */
const contrast = (page, [x, y]) =>
  page.evaluate(
    async ([x, y]) => {
      const picture = await createImageBitmap(document.getElementById("picture").files[0]);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [picture.width, picture.height];
      const pen = canvas.getContext("2d");
      pen.drawImage(picture, 0, 0);
      const { data } = pen.getImageData(Math.round(x * picture.width) - 8, Math.round(y * picture.height) - 8, 16, 16);
      const light = [...data].filter((_, i) => i % 4 === 0);
      return Math.max(...light) - Math.min(...light);
    },
    [x, y],
  );

/** Waits until it is so. A picture is encoded anew beside everything else, in a time of its own. */
const until = async (so) => {
  while (!(await so())) await pause(100);
};

/** The same, for what may never come to be. */
const soon = async (so, limit = 60_000) => {
  for (const end = Date.now() + limit; !(await so()); await pause(100)) assert.ok(Date.now() < end, `not within ${limit / 1000} s: ${so}`);
};

/** What this device keeps of the report that is being written; `age` makes it older first. */
const held = (page, age = 0) =>
  page.evaluate(
    (age) =>
      new Promise((done, failed) => {
        const asked = indexedDB.open("street");
        // Nobody opened it yet: nothing is made here.
        asked.onupgradeneeded = () => asked.transaction.abort();
        asked.onerror = () => done(null);
        asked.onsuccess = () => {
          const work = asked.result.transaction("photo", "readwrite");
          const found = work.objectStore("photo").get("draft");
          let draft = null;
          found.onsuccess = () => {
            draft = found.result ? { ...found.result, at: found.result.at - age } : null;
            if (draft && age) work.objectStore("photo").put(draft, "draft");
          };
          work.onabort = () => failed(work.error);
          work.oncomplete = () => {
            asked.result.close();
            done(draft && { ...draft, photo: Boolean(draft.photo) });
          };
        };
      }),
    age,
  );

const wide = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe("a report on a telephone", { skip: still && "still pages" }, () => {
  for (const language of ["fr", "en", "de"]) {
    test(`by the keyboard, with the picture first (${language})`, async () => {
      const { page, noticed, close } = await visitor(chromium, town, { language, size: { width: 360, height: 800 } });
      await page.goto("/street/new");
      await page.locator("#first").setInputFiles(stripes);
      await write(page, page.locator("#spot"), "46.9725, 0.6931");
      await shot(page, `1-${language}`);
      assert.ok((await wide(page)) <= 0);
      await press(page, page.locator("main form .form-acts button"));
      await choose(page, page.locator('[name="category"]').first());
      await shot(page, `2-${language}`);
      await press(page, page.locator("main form .form-acts button"));
      // The picture came along; what the frame holds is covered with Enter, and what is sent is covered.
      const stage = page.locator(".blur");
      await stage.waitFor();
      await reach(page, stage);
      await page.waitForFunction(() => document.getElementById("picture").files.length === 1);
      assert.ok((await contrast(page, [0.5, 0.5])) > 100);
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector(".blur ~ [role=status]").textContent);
      await until(async () => (await contrast(page, [0.5, 0.5])) < 20);
      assert.ok((await contrast(page, [0.1, 0.1])) > 100);
      await shot(page, `3-${language}`);
      assert.ok((await wide(page)) <= 0);
      await write(page, page.locator("#body"), "Un trou devant la halle, profond.");
      await write(page, page.locator("#email"), `clavier-${language}@example.org`);
      await press(page, page.locator("main form .form-acts button"));
      assert.equal(new URL(page.url()).pathname, "/street/sent");
      none(noticed);
      await close();
    });
  }

  test("by touch, on the map", async () => {
    const context = await chromium.browser.newContext({ baseURL: town.url, locale: "fr-FR", viewport: phone, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto("/street/new");
    const map = page.locator("[data-map-pick] .map-live");
    await map.scrollIntoViewIfNeeded();
    // The map opens on the outline of the town: its middle is in the town.
    const { width, height } = await map.boundingBox();
    await map.tap({ position: { x: width / 2, y: height / 2 } });
    await page.waitForFunction(() => document.getElementById("spot").value.startsWith("46.9"));
    assert.equal(await page.locator("[data-map-pick] [data-kind]").count(), 0, "a point is asked for, no line and no area");
    await page.locator("main form .form-acts button").tap();
    await page.waitForURL(/what/);
    await page.locator('label[for^="category-"]').first().tap();
    await page.locator("main form .form-acts button").tap();
    await page.waitForURL(/words/);
    await page.locator("#picture").setInputFiles(stripes);
    const stage = page.locator(".blur");
    await stage.scrollIntoViewIfNeeded();
    const seen = await stage.boundingBox();
    await page.touchscreen.tap(seen.x + seen.width * 0.25, seen.y + seen.height * 0.25);
    await stage.locator("xpath=following-sibling::p//button").first().tap();
    await until(async () => (await contrast(page, [0.25, 0.25])) < 20);
    assert.ok((await contrast(page, [0.75, 0.75])) > 100);
    await shot(page, "touch");
    await context.close();
  });

  test("without scripts, on the drawn map", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { script: false, size: { width: 360, height: 800 } });
    await page.goto("/street/new");
    await page.locator('input[type="image"]').click({ position: { x: 100, y: 200 } });
    assert.match(await page.locator("#spot").inputValue(), /^-?\d+\.\d+, -?\d+\.\d+$/);
    await page.locator('[name="spot_move"][value="closer"]').click();
    await shot(page, "bare");
    assert.match(await page.locator("#spot").inputValue(), /^-?\d+\.\d+, -?\d+\.\d+$/);
    await page.locator("#spot").fill("46.9725, 0.6931");
    await page.locator("main form .form-acts button").click();
    await page.locator('[name="category"]').first().check();
    await page.locator("main form .form-acts button").click();
    await page.locator("#body").fill("Une voiture mal garée devant l’école.");
    await page.locator("#email").fill("sans@example.org");
    await page.locator("#picture").setInputFiles(stripes);
    await page.locator("#blur").check();
    await page.locator("main form .form-acts button").click();
    await page.locator('[name="cell"][value="2-3"]').check();
    await shot(page, "bare-grid");
    await page.locator("main form .form-acts button").click();
    assert.equal(new URL(page.url()).pathname, "/street/sent");
    none(noticed);
    await close();
  });

  test("what is being written is there again, until it is thrown away, sent or a week old", async () => {
    const { page: first, context, close } = await visitor(chromium, town, { size: { width: 360, height: 800 } });
    const next = (page) => press(page, page.locator("main form .form-acts button"));
    await first.goto("/street/new");
    await write(first, first.locator("#spot"), "46.9725, 0.6931");
    await next(first);
    await choose(first, first.locator('[name="category"]').nth(1));
    await next(first);
    await first.locator("#picture").setInputFiles(stripes);
    await first.locator(".blur").waitFor();
    await write(first, first.locator("#body"), "Un banc renversé devant la halle.");
    await write(first, first.locator("#name"), "Zoé Brouillon");
    await write(first, first.locator("#email"), "brouillon@example.org");
    await soon(async () => {
      const draft = await held(first);
      return draft?.body === "Un banc renversé devant la halle." && draft.photo;
    });
    assert.doesNotMatch(JSON.stringify(await held(first)), /example\.org|Zoé/, "who writes is not kept");
    // The telephone closes the page; later the form opens from its beginning.
    await first.close();
    const page = await context.newPage();
    const note = page.locator("[data-report-draft]");
    await page.goto("/street/new");
    await note.waitFor();
    assert.match(await note.innerText(), /^Brouillon du .*\d{4}.* repris\./);
    assert.match(await page.locator("#spot").inputValue(), /^46\.9725\d*, 0\.6931\d*$/);
    assert.ok((await wide(page)) <= 0);
    await shot(page, "draft");
    await next(page);
    await soon(() => page.locator('[name="category"]').nth(1).isChecked());
    await next(page);
    await page.waitForFunction(() => document.getElementById("body").value === "Un banc renversé devant la halle.");
    await page.waitForFunction(() => document.getElementById("picture").files.length === 1);
    assert.equal(await page.locator("#email").inputValue(), "");
    await note.waitFor();
    await note.locator("button").click();
    await page.waitForFunction(() => !document.getElementById("body").value && !document.getElementById("picture").files.length);
    await soon(async () => !(await held(page)));
    assert.ok(await note.isHidden());
    // What is written after that is a draft again, and none once it was sent.
    await write(page, page.locator("#body"), "Un banc renversé place du Puits.");
    await soon(async () => (await held(page))?.body);
    await write(page, page.locator("#email"), "brouillon@example.org");
    await next(page);
    assert.equal(new URL(page.url()).pathname, "/street/sent");
    await soon(async () => !(await held(page)));
    // Nobody finds here what somebody else wrote a week ago.
    await page.goto("/street/new");
    await write(page, page.locator("#spot"), "46.9725, 0.6931");
    await soon(async () => (await held(page))?.spot);
    await held(page, 8 * 24 * 3600 * 1000);
    await page.goto("/street/new");
    await soon(async () => !(await held(page)));
    assert.equal(await page.locator("#spot").inputValue(), "");
    assert.ok(await note.isHidden());
    await close();
  });

  test("whatever the device says of its network, the server is asked", async () => {
    const { page, close } = await visitor(chromium, town, { size: { width: 360, height: 800 } });
    await page.goto("/street/new/what?address=Place%20du%20Puits");
    const category = await page.locator('[name="category"]').first().getAttribute("value");
    const form = `/street/new/words?address=Place%20du%20Puits&kind=anomaly&category=${category}`;
    const fill = async (words, address) => {
      await page.locator("#body").fill(words);
      await page.locator("#email").fill(address);
    };
    // Behind the page of a hotel everything is answered, by the hotel.
    await page.goto(form);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await fill("Une grille cassée place du Puits.", "hotel@example.org");
    await page.evaluate(() => {
      window.through = window.fetch;
      window.fetch = async () => new Response("<h1>Bienvenue à l’hôtel</h1>", { headers: { "content-type": "text/html" } });
    });
    assert.equal(await page.evaluate(() => navigator.onLine), true);
    await page.locator("main form .form-acts button").click();
    await page.locator("[data-waiting] li").waitFor();
    assert.equal(new URL(page.url()).pathname, "/street/new/words", "nothing was given to the hotel");
    assert.equal(await held(page), null, "what waits is no draft");
    await page.evaluate(() => (window.fetch = window.through));
    await page.waitForFunction(() => document.querySelectorAll("[data-waiting] li").length === 0, undefined, { timeout: 90_000 });
    // A second one that is written while the first is on its way leaves as well.
    await page.goto("/street/offline");
    await page.evaluate(() => {
      const through = window.fetch;
      const free = new Promise((done) => (window.release = done));
      window.fetch = async (...given) => {
        await free;
        return through(...given);
      };
    });
    for (const [count, words] of ["Un volet arraché rue Haute.", "Une vitre brisée rue Haute."].entries()) {
      await page.locator("#address").fill("12 rue Haute");
      await fill(words, "deux@example.org");
      await page.locator("main form .form-acts button").click();
      await page.waitForFunction((count) => document.querySelectorAll("[data-waiting] li").length === count, count + 1);
      await page.waitForFunction(() => document.getElementById("body").value === "");
    }
    await page.evaluate(() => window.release());
    await page.waitForFunction(() => location.pathname === "/street/sent" || document.querySelectorAll("[data-waiting] li").length === 0, undefined, { timeout: 90_000 });
    await page.goto("/street");
    assert.equal(await page.locator("[data-waiting] li").count(), 0);
    // An application that shows pages of others says that there is no network.
    await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "onLine", { get: () => false }));
    await page.goto(form);
    assert.equal(await page.evaluate(() => navigator.onLine), false);
    await fill("Une grille cassée rue Haute.", "application@example.org");
    await page.locator("main form .form-acts button").click();
    await page.waitForFunction(() => location.pathname === "/street/sent");
    const mails = async (address) => (await Promise.all((await letters(town)).map((path) => readFile(path, "utf8")))).filter((mail) => mail.includes(address)).length;
    for (const address of ["hotel@example.org", "application@example.org"]) await soon(async () => (await mails(address)) === 1);
    await soon(async () => (await mails("deux@example.org")) === 2);
    await close();
  });

  test("without a network it waits, is shown, can be deleted, and leaves once", async () => {
    const { page, context, close } = await visitor(chromium, town, { size: { width: 360, height: 800 } });
    await page.goto("/street");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.waitForFunction(async () => (await caches.keys()).length === 1);
    await context.setOffline(true);
    // Any page that is asked for now is the form.
    await page.goto("/street/new");
    assert.equal(await page.locator('form[data-queue="always"]').count(), 1);
    for (const words of ["Un lampadaire éteint rue Haute.", "Un banc cassé place du Puits."]) {
      await write(page, page.locator("#address"), "12 rue Haute");
      await pick(page, page.locator("#kind"), "Une suggestion");
      await write(page, page.locator("#body"), words);
      await write(page, page.locator("#email"), "sans-reseau@example.org");
      await page.locator("#picture").setInputFiles(stripes);
      await page.locator(".blur").waitFor();
      await reach(page, page.locator("main form .form-acts button"));
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelector("[data-queue-said]").textContent);
      await page.waitForFunction(() => document.getElementById("body").value === "");
    }
    const status = page.locator('[data-waiting] [role="status"]');
    assert.match(await status.innerText(), /2 signalements attendent le réseau/);
    await shot(page, "offline");
    await page.locator("[data-waiting] li button").last().click();
    await page.waitForFunction(() => document.querySelectorAll("[data-waiting] li").length === 1);
    assert.match(await status.innerText(), /1 signalement attend le réseau/);
    await context.setOffline(false);
    // Nobody says when a machine that has other work gets to it: a first try that fails is repeated after 2 s, then after 4 s and 8 s.
    await page.waitForFunction(() => document.querySelectorAll("[data-waiting] li").length === 0, undefined, { timeout: 90_000 });
    // One report, one letter: also when a page opens once more.
    await page.goto("/street");
    const mails = async () => (await Promise.all((await letters(town)).map((path) => readFile(path, "utf8")))).filter((mail) => mail.includes("sans-reseau@example.org")).length;
    for (const end = Date.now() + 60_000; Date.now() < end && (await mails()) === 0; await pause(100));
    assert.equal(await mails(), 1);
    // What the server refuses stays whole, is not sent again by itself, and is corrected.
    await page.goto("/street/offline");
    await page.locator("#address").fill("12 rue Haute");
    await page.locator("#body").fill("Oh");
    await page.locator("#email").fill("court@example.org");
    await page.locator("main form .form-acts button").click();
    await page.locator("[data-waiting] li .error").waitFor();
    await shot(page, "refused");
    await page.goto("/street");
    await page.locator("[data-waiting] li a").click();
    await page.waitForFunction(() => document.getElementById("body")?.value === "Oh");
    assert.equal(await page.locator("#address").inputValue(), "12 rue Haute");
    await page.locator("#body").fill("Un trou profond rue Basse.");
    await page.locator("main form .form-acts button").click();
    await page.waitForFunction(() => location.pathname === "/street/sent");
    assert.equal(await page.locator("[data-waiting] li").count(), 0);
    // What is kept is the form and its files, as nobody in particular sees it.
    const kept = await page.evaluate(async () => (await (await caches.open((await caches.keys())[0])).keys()).map((one) => new URL(one.url).pathname));
    assert.ok(kept.includes("/street/offline") && kept.every((path) => /^\/(street\/offline|assets\/.+|theme\.css|logo\.svg|media\/.+)$/.test(path)), kept.join());
    await close();
  });
});
