// Where something is: by the position of the device, by the position in a photo for whoever agrees, by a line and an area drawn on the map with a pointer
// or with the keyboard alone.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "./browser.mjs";
import { press, reach, tick, write } from "./keyboard.mjs";
import { chromium, prepare, town } from "./stage.mjs";
import { pause, still } from "./town.mjs";
import { none } from "./verdict.mjs";

let photo;

/** Place du Marché, and the same as it is written in a photo: degrees, minutes, seconds. */
const PLACE = { latitude: 46.9725, longitude: 0.6931 };
const WRITTEN = "46.972500, 0.693100";

prepare(async () => {
  photo = { name: "place.jpg", mimeType: "image/jpeg", buffer: located(await picture()) };
});

/** A small JPEG, made by the browser itself. */
async function picture() {
  const page = await chromium.browser.newPage();
  const text = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [64, 48];
    const pen = canvas.getContext("2d");
    pen.fillStyle = "#357";
    pen.fillRect(0, 0, 64, 48);
    return canvas.toDataURL("image/jpeg").split(",")[1];
  });
  await page.close();
  return Buffer.from(text, "base64");
}

/** The same with a position in it, as telephones write it: EXIF 2.32, an IFD with a pointer to the IFD of the position. */
function located(jpeg) {
  const tiff = Buffer.alloc(128);
  const entry = (at, tag, type, count, value) => {
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    if (typeof value === "string") tiff.write(value, at + 8, "latin1");
    else tiff.writeUInt32LE(value, at + 8);
  };
  const fractions = (at, parts) => parts.flat().forEach((part, i) => tiff.writeUInt32LE(part, at + 4 * i));
  tiff.write("II", 0, "latin1");
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(1, 8);
  entry(10, 0x8825, 4, 1, 26);
  tiff.writeUInt16LE(4, 26);
  entry(28, 1, 2, 2, "N");
  entry(40, 2, 5, 3, 80);
  entry(52, 3, 2, 2, "E");
  entry(64, 4, 5, 3, 104);
  fractions(80, [[46, 1], [58, 1], [21, 1]]);
  fractions(104, [[0, 1], [41, 1], [3516, 100]]);
  const head = Buffer.from([0xff, 0xe1, 0, 0, ...Buffer.from("Exif\0\0", "latin1")]);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, tiff, jpeg.subarray(2)]);
}

const soon = async (so, limit = 30_000) => {
  for (const end = Date.now() + limit; !(await so()); await pause(100)) assert.ok(Date.now() < end, `not within ${limit / 1000} s: ${so}`);
};
const spot = (page) => page.locator("#spot");
const spotIs = (page, value) => page.waitForFunction((value) => document.getElementById("spot").value === value, value);
const next = (page) => press(page, page.locator("main form .form-acts button"));
const tool = async (page, name) => {
  const box = page.locator("[data-map-pick]");
  return box.getByRole("button", { name: await box.getAttribute(`data-${name}`), exact: true });
};
const points = async (page) => (await spot(page).inputValue()).split("; ").filter(Boolean);

/** The form of a consultation that asks for places and takes ideas now. */
async function openIdea(page) {
  for (const slug of ["traverser-le-bourg", "petits-travaux"]) {
    const answer = await page.goto(`/c/${slug}/new?kind=proposal`);
    if (answer.ok() && (await page.locator("[data-map-pick] .map-live").count())) return;
  }
  throw new Error("no consultation in the demonstration takes ideas with a place");
}

/** The map near the middle of the small town, close enough that a few steps stay in it; nothing is chosen. */
async function near(page) {
  await spot(page).fill("46.9722, 0.6945");
  await spot(page).press("Tab");
  await (await tool(page, "undo")).click();
  await spotIs(page, "");
  const map = page.locator("[data-map-pick] .map-live");
  await map.scrollIntoViewIfNeeded();
  await settled(page);
  return map;
}

/** Waits until the map stands still: it slides to where it goes. */
async function settled(page) {
  const at = () => page.locator(".map-live .leaflet-map-pane").evaluate((pane) => pane.style.transform);
  for (let [before, same] = ["", 0]; same < 3; await pause(100)) {
    const now = await at();
    [before, same] = [now, now === before ? same + 1 : 0];
  }
}

/** Publishes the idea; the answer is the page on which it stands. */
async function publish(page, title) {
  await page.locator("#title").fill(title);
  await page.locator("#body").fill("C’est là, comme je l’ai dessiné, et pas un pas plus loin.");
  await page.locator("main form .form-acts button").click();
  await page.waitForURL(/\/p\//);
  return page.locator('section[aria-labelledby="place"] svg.map');
}

describe("where something is", { skip: still && "still pages" }, () => {
  for (const language of ["fr", "en", "de"]) {
    test(`the device says where it is, once it is asked (${language})`, async () => {
      const { page, context, noticed, close } = await visitor(chromium, town, { language, size: { width: 360, height: 800 } });
      await context.grantPermissions(["geolocation"], { origin: town.url });
      await context.setGeolocation({ ...PLACE, accuracy: 12 });
      await page.goto("/street/new");
      await page.locator("[data-map-pick] .map-live").waitFor();
      assert.equal(await spot(page).inputValue(), "", "nobody is asked before they ask");
      const here = await tool(page, "here");
      await reach(page, here);
      await page.keyboard.press("Enter");
      await spotIs(page, WRITTEN);
      await soon(async () => (await page.locator("[data-map-pick] [role=status]").innerText()).includes(WRITTEN));
      await next(page);
      for (const [name, value] of Object.entries(PLACE)) assert.equal(Number(await page.locator(`[name="${name}"]`).inputValue()), value, name);
      // The form that opens without a network has a button of its own.
      await context.setGeolocation({ latitude: 46.9731, longitude: 0.6952, accuracy: 12 });
      await page.goto("/street/offline");
      await page.locator("[data-spot-here]").click();
      await page.waitForFunction(() => document.querySelector('[name="latitude"]').value === "46.973100");
      assert.equal(await page.locator("#address").getAttribute("required"), null, "a point is enough");
      none(noticed);
      await close();
    });
  }

  test("whoever says no is told how to go on", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { size: { width: 360, height: 800 } });
    await page.goto("/street/new");
    await page.locator("[data-map-pick] .map-live").waitFor();
    await (await tool(page, "here")).click();
    const no = await page.locator("[data-map-pick]").getAttribute("data-no-position");
    await soon(async () => (await page.locator("[data-map-pick] [role=status]").innerText()) === no);
    assert.equal(await spot(page).inputValue(), "");
    none(noticed);
    await close();
  });

  test("a photo says where it was taken, to whoever agrees and to nobody else", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { role: "citizen", size: { width: 360, height: 800 } });
    await page.goto("/street/new");
    const first = page.locator("[data-photo-first]");
    await first.waitFor();
    const [found, nothing] = await Promise.all(["found", "none"].map((name) => first.getAttribute(`data-${name}`)));
    await page.locator("#first").setInputFiles(photo);
    assert.equal(await spot(page).inputValue(), "", "without consent nothing is read");
    await tick(page, page.locator("#first-place"));
    await spotIs(page, WRITTEN);
    await soon(async () => (await first.locator("[role=status]").innerText()) === found);
    // One without a position says so, and leaves what is there.
    await page.locator("#first").setInputFiles({ ...photo, buffer: await picture() });
    await soon(async () => (await first.locator("[role=status]").innerText()) === nothing);
    await page.locator("#first").setInputFiles(photo);
    await soon(async () => (await first.locator("[role=status]").innerText()) === found);
    await next(page);
    await page.locator('[name="category"]').first().check();
    await next(page);
    await page.locator(".blur").waitFor();
    await page.waitForFunction(() => document.getElementById("picture").files[0]?.name === "photo.jpg");
    await page.locator("#body").fill("Un pavé descellé place du Marché.");
    await page.locator("main form .form-acts button").click();
    await page.waitForURL(/\/street\/\d+/);
    await bare(page);
    none(noticed);
    await close();
  });

  test("without scripts the server takes the position out of the photo", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { role: "citizen", script: false, size: { width: 360, height: 800 } });
    await page.goto("/street/new");
    await spot(page).fill("46.9725, 0.6931");
    await page.locator("main form .form-acts button").click();
    await page.locator('[name="category"]').first().check();
    await page.locator("main form .form-acts button").click();
    await page.locator("#body").fill("Un pavé descellé, vu sans scripts.");
    await page.locator("#picture").setInputFiles(photo);
    await page.locator("main form .form-acts button").click();
    await page.waitForURL(/\/street\/\d+/);
    await bare(page);
    none(noticed);
    await close();
  });

  /** The picture of the report on this page is a picture, and nothing else. */
  async function bare(page) {
    assert.ok(photo.buffer.includes("Exif\0\0"), "there was something to take out");
    const answer = await page.request.get(`${new URL(page.url()).pathname}/photo`);
    const bytes = await answer.body();
    assert.equal(answer.headers()["content-type"], "image/jpeg");
    assert.deepEqual([...bytes.subarray(0, 2)], [0xff, 0xd8]);
    assert.ok(!bytes.includes("Exif"), "no EXIF is left");
    assert.ok(!bytes.includes(photo.buffer.subarray(12, 140)), "nor its position in another place");
  }

  test("a line by the pointer, from a photo's place to where one points", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { role: "citizen" });
    await openIdea(page);
    const map = await near(page);
    const { width, height } = await map.boundingBox();
    const line = page.locator('[data-map-pick] [data-kind="line"]');
    await line.click();
    assert.equal(await line.getAttribute("aria-pressed"), "true");
    const asked = page.waitForEvent("filechooser");
    await (await tool(page, "photo")).click();
    await (await asked).setFiles(photo);
    await spotIs(page, WRITTEN);
    await settled(page);
    for (const [right, down, count] of [[60, 20, 2], [90, -30, 3]]) {
      await map.click({ position: { x: width / 2 + right, y: height / 2 + down } });
      await soon(async () => (await points(page)).length === count);
    }
    const drawn = await points(page);
    assert.equal(drawn[0], WRITTEN);
    assert.equal(new Set(drawn).size, 3, drawn.join("; "));
    await soon(async () => (await map.locator("path.leaflet-interactive").count()) > 3, 10_000);
    const shown = await publish(page, "Un trottoir jusqu’à la place du Marché");
    assert.equal(await shown.locator('path[stroke-width="4"]').count(), 1, "one line on the map of its page");
    none(noticed);
    await close();
  });

  test("an area by the pointer, and wiped away", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { role: "citizen" });
    await openIdea(page);
    const map = await near(page);
    const { width, height } = await map.boundingBox();
    const corners = [[-50, -40], [50, -40], [50, 40]];
    const draw = async () => {
      await page.locator('[data-map-pick] [data-kind="area"]').click();
      for (const [right, down] of corners) {
        const before = await spot(page).inputValue();
        await map.click({ position: { x: width / 2 + right, y: height / 2 + down } });
        await soon(async () => (await spot(page).inputValue()) !== before);
      }
    };
    await draw();
    const first = await points(page);
    assert.deepEqual([first.length, first[0]], [4, first.at(-1)], "it is closed");
    await (await tool(page, "undo")).click();
    await spotIs(page, "");
    await draw();
    const shown = await publish(page, "Un square derrière la mairie");
    assert.equal(await shown.locator('path[fill-rule="evenodd"]').count(), 1, "one area on the map of its page");
    none(noticed);
    await close();
  });

  test("a line and an area by the keyboard alone", async () => {
    const { page, noticed, close } = await visitor(chromium, town, { role: "citizen" });
    await openIdea(page);
    const map = await near(page);
    // Enter places what is in the middle of the map, arrows move the map.
    const go = async (keys) => {
      await reach(page, map);
      for (const [n, key] of keys.entries()) {
        if (key) {
          await page.keyboard.press(key);
          await settled(page);
        }
        const before = await spot(page).inputValue();
        await page.keyboard.press("Enter");
        await soon(async () => (await spot(page).inputValue()) !== before);
        assert.ok((await points(page)).length > n);
      }
    };
    const choose = async (button) => {
      await reach(page, button);
      await page.keyboard.press("Enter");
    };
    await page.locator("#title").focus();
    await choose(page.locator('[data-map-pick] [data-kind="line"]'));
    await go([null, "ArrowRight"]);
    assert.equal(new Set(await points(page)).size, 2, "a line of two points");
    // Back above the map: Tab goes round.
    await page.locator("#title").focus();
    await choose(await tool(page, "undo"));
    await spotIs(page, "");
    await page.locator("#title").focus();
    await choose(page.locator('[data-map-pick] [data-kind="area"]'));
    await go([null, "ArrowDown", "ArrowLeft"]);
    const ring = await points(page);
    assert.deepEqual([ring.length, ring[0], new Set(ring).size], [4, ring.at(-1), 3]);
    const shown = await publish(page, "Une aire de jeux à côté du lavoir");
    assert.equal(await shown.locator('path[fill-rule="evenodd"]').count(), 1);
    none(noticed);
    await close();
  });
});
