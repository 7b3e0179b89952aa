// What the tests of one file play on: a town with its demonstration data, and a browser. Opened before the first of them, closed after the last.
import { after, before } from "node:test";
import { openBrowser } from "./browser.mjs";
import { openTown } from "./town.mjs";

export let town, chromium;

const preparations = [];

/** What else is to be done before the first test, once both are there: hooks of one file do not wait for each other. */
export const prepare = (deed) => preparations.push(deed);

before(async () => {
  // Each is kept as soon as it is there: what opened is closed, whatever became of the other.
  await Promise.all([openTown().then((it) => (town = it)), openBrowser().then((it) => (chromium = it))]);
  for (const deed of preparations) await deed();
});
after(async () => {
  await chromium?.close();
  await town?.close();
});
