// Every page, by the role of who sees it: the ones we know, and the ones that links lead to.
import { still } from "./town.mjs";

/** An address where there is nothing, and where a page says so. */
export const missing = "/no-such-page";

/** Where each role starts. What can be reached from there by links is found by itself. */
export const starts = {
  visitor: [
    "/",
    "/sign-in",
    "/sign-in/sent",
    "/sign-up",
    "/sign-up/sent",
    "/search",
    "/search?q=velo",
    "/search?q=zzzzzz",
    "/network",
    "/territory",
    "/territory/map",
    "/territory/calendar",
    "/territory/figures",
    "/open-data",
    "/open-data?theme=SOCI",
    "/open-data/contributions",
    "/open-data/phases",
    "/open-data/territory",
    "/about/how",
    "/about/accessibility",
    "/about/privacy",
    "/about/legal",
    "/about/source",
    missing,
  ],
  citizen: ["/", "/account", "/account/password", "/account/delete"],
  agent: ["/admin", "/admin/start", "/admin/start/consult", "/admin/start/concert", "/admin/start/report", "/admin/start/report/made", "/admin/start/report/previews", "/admin/start/budget", "/admin/start/fund", "/admin/consultations", "/admin/answers"],
  moderator: ["/admin", "/admin/moderation"],
  administrator: ["/admin", "/admin/consultations", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings", "/admin/open-data", "/admin/start/open-data", "/admin/network", "/admin/network/servers", "/admin/network/servers?host=region.example", "/admin/network/follows"],
};

/** The pages that are also looked at in the dark. */
export const alsoDark = ["/", "/sign-in", "/c/*", "/c/*/contributions", "/c/*/p/*", "/admin", "/home.html", "/contribution.html", "/form.html"];

const notPages = /\.(atom|xml|csv|json|jsonld|geojson|svg|png|ics|zip|css|js|txt|pb)$|^\/(feeds|assets|api|sign-out|objects|actors|nodeinfo|\.well-known)(\/|$)/;

// The form of an address: `/c/halle/p/12?page=2` is `/c/*/p/*?page`. One page of each form is looked at.
export function shape(path) {
  const url = new URL(path, "http://x");
  const parts = url.pathname.split("/").map((part, index, all) => {
    if (part.startsWith("@")) return "@*";
    const named = index > 0 && ["c", "p", "consultations", "users", "versions", "replies"].includes(all[index - 1]);
    const numbered = /^[0-9]+$|^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(part);
    return part && part !== "new" && (named || numbered) ? "*" : part;
  });
  const keys = [...new Set(url.searchParams.keys())].filter((key) => key !== "lang").sort();
  return parts.join("/") + (keys.length ? `?${keys.join("&")}` : "");
}

/**
 * The pages of a role: the known ones, the ones the demonstration names, and one of each form that links lead to. A visitor sees each page that the
 * demonstration names, so that consultations in every phase are looked at; the others see one of each form. Redirections and files are not pages.
 */
export async function pagesOf(role, town, cookies = "", limit = 120) {
  if (still) return town.pages;
  const named = [...town.pages, ...(role === "administrator" ? town.office_pages : [])].filter((path) => belongs(path, role));
  const always = new Set([...starts[role], ...(role === "visitor" ? [...named, enter(town), ...elsewhere(town)] : [])]);
  // The last ones first: their consultations take part now, so that there is most to see.
  const waiting = [...always, ...named.toReversed()];
  const found = new Map();
  const tried = new Map();
  while (waiting.length && found.size < limit) {
    const path = waiting.shift();
    const form = always.has(path) ? path : shape(path);
    const tries = tried.get(form) ?? 0;
    if (found.has(form) || (!always.has(path) && [...found.values()].some((other) => shape(other) === form)) || tries === 3) continue;
    tried.set(form, tries + 1);
    const html = await read(path, town, cookies);
    if (html === undefined && starts[role].includes(path)) throw new Error(`${path} is not a page for the ${role}`);
    if (html === undefined) continue;
    found.set(form, path);
    waiting.push(...links(html, path, town).filter((next) => belongs(next, role)));
  }
  return [...found.values()];
}

/** One page of each form of address; the known ones stay. */
export function oneOfEach(pages, role) {
  const known = pages.filter((path) => starts[role].includes(path));
  const others = new Map(pages.filter((path) => !known.includes(path)).map((path) => [shape(path), path]));
  return [...new Set([...known, ...others.values()])];
}

/** A one-time link that nobody uses: looking at it does not use it up. */
const enter = (town) => new URL(town.accounts[0].sign_in_links[0]).pathname;

/** The way in from another server, which a form leads to: before an account is typed, and after. */
function elsewhere(town) {
  const consultation = town.pages.find((path) => /^\/c\/[^/]+$/.test(path));
  return consultation ? ["", "&account=@ana@mastodon.example"].map((account) => `/elsewhere?to=${consultation}${account}`) : [];
}

function belongs(path, role) {
  const office = path.startsWith("/admin");
  return office ? ["agent", "moderator", "administrator"].includes(role) : ["visitor", "citizen"].includes(role);
}

/** The text of a page, or nothing for a redirection or a file. */
async function read(path, town, cookies) {
  const answer = await fetch(town.url + path, { headers: { cookie: cookies, "accept-language": "fr" }, redirect: "manual" });
  const text = await answer.text();
  const isPage = answer.headers.get("content-type")?.startsWith("text/html") && (answer.status < 300 || answer.status >= 400);
  return isPage ? text : undefined;
}

function links(html, from, town) {
  const base = new URL(from, town.url);
  return [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)]
    .map(([, href]) => new URL(href.replaceAll("&amp;", "&"), base))
    .filter((url) => url.origin === base.origin && !notPages.test(url.pathname) && !url.searchParams.has("lang"))
    .map((url) => url.pathname + url.search);
}

/** The `Cookie` header of a signed-in state. */
export const cookieHeader = (state) => (state?.cookies ?? []).map(({ name, value }) => `${name}=${value}`).join("; ");
