// Every page, by the role of who sees it: the ones we know, and the ones that links lead to.
import { still } from "./town.mjs";

/** Where each role starts. What can be reached from there by links is found by itself. */
export const starts = {
  visitor: [
    "/",
    "/sign-in",
    "/sign-up",
    "/search",
    "/search?q=velo",
    "/search?q=zzzzzz",
    "/about/how",
    "/about/accessibility",
    "/about/privacy",
    "/about/legal",
    "/no-such-page",
  ],
  citizen: ["/", "/account"],
  agent: ["/admin", "/admin/consultations", "/admin/answers"],
  moderator: ["/admin", "/admin/moderation"],
  administrator: ["/admin", "/admin/consultations", "/admin/answers", "/admin/moderation", "/admin/users", "/admin/journal", "/admin/settings"],
};

/** The pages that are also looked at in the dark. */
export const alsoDark = ["/", "/sign-in", "/c/*", "/c/*/contributions", "/c/*/p/*", "/admin", "/home.html", "/contribution.html", "/form.html"];

const notPages = /\.(atom|xml|csv|json|jsonld|geojson|svg|png|ics|zip|css|js|txt|pb)$|^\/(feeds|assets|open-data|api|sign-out|objects|actors|nodeinfo|\.well-known)(\/|$)/;

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

/** The pages of a role: the known ones, the ones the demonstration names, and one of each form that links lead to. */
export async function pagesOf(role, town, cookies = "", limit = 60) {
  const known = still ? town.pages : [...starts[role], ...town.pages.filter((path) => belongs(path, role))];
  const found = new Map(known.map((path) => [shape(path), path]));
  if (still) return [...found.values()];
  for (const waiting = [...found.values()]; waiting.length && found.size < limit; ) {
    const from = waiting.shift();
    for (const path of await links(from, town, cookies)) {
      if (belongs(path, role) && !found.has(shape(path))) {
        found.set(shape(path), path);
        waiting.push(path);
      }
    }
  }
  return [...found.values()];
}

function belongs(path, role) {
  const office = path.startsWith("/admin");
  return office ? ["agent", "moderator", "administrator"].includes(role) : ["visitor", "citizen"].includes(role);
}

async function links(from, town, cookies) {
  const answer = await fetch(town.url + from, { headers: { cookie: cookies, "accept-language": "fr" } });
  if (!answer.headers.get("content-type")?.startsWith("text/html")) return [];
  const html = await answer.text();
  const base = new URL(from, town.url);
  return [...html.matchAll(/<a\s[^>]*?href="([^"]+)"/g)]
    .map(([, href]) => new URL(href.replaceAll("&amp;", "&"), base))
    .filter((url) => url.origin === base.origin && !notPages.test(url.pathname) && !url.searchParams.has("lang"))
    .map((url) => url.pathname + url.search);
}

/** The `Cookie` header of a signed-in state. */
export const cookieHeader = (state) => (state?.cookies ?? []).map(({ name, value }) => `${name}=${value}`).join("; ");
