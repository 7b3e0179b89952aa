// A person who has only a keyboard: goes with Tab, presses with Enter and Space, chooses with arrows, and must always see where they are.
import assert from "node:assert/strict";

const most = 250;

/** Tabs until the element has the focus, which must be visible there. */
export async function reach(page, locator) {
  const target = locator.first();
  await target.waitFor({ state: "attached" });
  for (let presses = 0; presses < most; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const seen = await target.evaluate(isFocusSeen);
      assert.ok(seen, `the focus is not visible on ${await describe(target)}`);
      return target;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${await describe(target)} is not reached with ${most} presses of Tab on ${page.url()}`);
}

/** Presses a button or follows a link, and waits for the page that comes. */
export async function press(page, locator) {
  const target = await reach(page, locator);
  const leaves = page.waitForEvent("framenavigated", { timeout: 30_000 });
  await page.keyboard.press("Enter");
  await leaves.catch(() => {
    throw new Error(`nothing happened on ${page.url()}`);
  });
  await page.waitForLoadState();
  return target;
}

/** Opens a menu or a folded part, when it is folded. */
export async function unfold(page, locator) {
  const summary = locator.first();
  if (!(await summary.isVisible()) || (await summary.evaluate((element) => element.closest("details")?.open ?? true))) return;
  await reach(page, summary);
  await page.keyboard.press("Enter");
}

/** Writes into a field, in place of what is there. */
export async function write(page, locator, text) {
  const target = await reach(page, locator);
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
  assert.equal(await target.inputValue(), text);
}

/** Chooses one of several round buttons: Tab reaches the group, arrows go on. */
export async function choose(page, locator) {
  const target = locator.first();
  const name = await target.getAttribute("name");
  const group = page.locator(`input[type="radio"][name="${name}"]`);
  const count = await group.count();
  const ticked = page.locator(`input[type="radio"][name="${name}"]:checked`);
  await reach(page, (await ticked.count()) ? ticked : group);
  if (!(await ticked.count())) await page.keyboard.press("Space");
  for (let presses = 0; presses <= count; presses += 1) {
    if (await target.isChecked()) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${await describe(target)} is not reached with the arrows`);
}

/** Chooses in a list with the arrows, from its first line. Typed letters count as one word for a second only, which a busy machine does not keep to. */
export async function pick(page, list, option) {
  const target = await reach(page, list);
  const chosen = () => target.evaluate((element) => element.selectedOptions[0]?.text.trim() ?? "");
  const count = await target.locator("option").count();
  await page.keyboard.press("Home");
  for (let presses = 0; presses < count; presses += 1) {
    if ((await chosen()).startsWith(option)) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`"${option}" is not reached with the arrows: "${await chosen()}" is chosen`);
}

/** Ticks a box with the space bar. */
export async function tick(page, box) {
  const target = await reach(page, box);
  await page.keyboard.press("Space");
  assert.ok(await target.isChecked(), `${await describe(target)} is ticked`);
}

/** Runs in the page: an outline, a shadow or a border that is there because of the focus. */
function isFocusSeen(element) {
  const style = (of) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(of);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
  };
  const label = element.labels?.[0];
  return style(element) || (label ? style(label) || style(label.parentElement) : false);
}

const describe = (locator) => locator.evaluate((element) => `<${element.localName}> "${(element.innerText || element.name || "").slice(0, 60)}"`).catch(() => "an element that is not there");
