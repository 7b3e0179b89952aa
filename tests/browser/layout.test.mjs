// What a person sees and no rule of accessibility looks at: one map and not two, marks that are on it, lists as wide as their page.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { visitor } from "./browser.mjs";
import { chromium, town } from "./stage.mjs";
import { pause, still } from "./town.mjs";
import { none } from "./verdict.mjs";

describe("as it is seen", { skip: still && "still pages" }, () => {
  for (const [name, size] of [["a telephone", { width: 320, height: 740 }], ["a desk", { width: 1280, height: 900 }]]) {
    for (const path of ["/street", "/c/traverser-le-bourg/map", "/c/petits-travaux/map"]) {
      test(`the map of ${path} on ${name}`, async () => {
        const { page, noticed, close } = await visitor(chromium, town, { size });
        await page.goto(path);
        await page.locator(".map-live .map-mark").first().waitFor();
        assert.equal(await page.locator("svg.ground:visible").count(), 0, "the drawing gives way to the live map");
        const map = await page.locator(".map-live").boundingBox();
        const middles = [];
        for (const mark of await page.locator(".map-live .map-mark").all()) {
          const { x, y, width, height } = await mark.boundingBox();
          const middle = [x + width / 2, y + height / 2];
          assert.ok(middles.every((other) => Math.hypot(other[0] - middle[0], other[1] - middle[1]) > 38), `a mark at ${middle} covers another`);
          middles.push(middle);
          assert.ok(x >= map.x && y >= map.y && x + width <= map.x + map.width && y + height <= map.y + map.height, `a mark at ${x}, ${y} is cut off`);
        }
        await pause(500);
        assert.equal(await page.locator(".map-box > a.btn:visible").count(), 0, "nobody moved the map: the list shows what it shows");
        if (path === "/street") {
          // Neither a speck in the middle nor cut off: the map is as close as the outline allows.
          const outline = await page.locator(".map-live path").first().boundingBox();
          const share = Math.max(outline.width / map.width, outline.height / map.height);
          assert.ok(share > 0.4 && share <= 1, `the outline takes ${share} of the map`);
        }
        none(noticed);
        await close();
      });
    }

    for (const path of ["/street", "/c/traverser-le-bourg/contributions", "/search?q=rue"]) {
      test(`the list of ${path} on ${name}`, async () => {
        const { page, noticed, close } = await visitor(chromium, town, { size });
        await page.goto(path);
        const body = await page.locator(".item-body").first().boundingBox();
        const list = await page.locator(".item").first().boundingBox();
        assert.ok(body.width > list.width * 0.6, `${body.width} of ${list.width} pixels`);
        none(noticed);
        await close();
      });
    }
  }
});
