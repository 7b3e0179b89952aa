// A small server of one person, made with Fedify: it follows, supports, replies, changes, deletes and takes back when it is told to at /control/…,
// and says what came to its inbox (only what Fedify itself found rightly signed).
//
//   node peer.mjs --listen PORT --origin http://localhost:PORT [--first-knock rfc9421|draft-cavage-http-signatures-12]
//
// It runs from target/interop, where its libraries are.
import { parseArgs } from "node:util";
import { createFederation, exportJwk, generateCryptoKeyPair, importJwk, MemoryKvStore } from "@fedify/fedify";
import { Accept, Activity, Announce, Create, Delete, Endpoints, Follow, Like, Mention, Note, Person, PUBLIC_COLLECTION, Tombstone, Undo, Update } from "@fedify/vocab";
import { serve } from "@hono/node-server";
import { Temporal } from "@js-temporal/polyfill";

const { values: options } = parseArgs({
  options: { listen: { type: "string" }, origin: { type: "string" }, "first-knock": { type: "string", default: "rfc9421" } },
});
const me = "claire";
const received = [];
const followers = new Map();
const notes = new Map();
let count = 0;

const federation = createFederation({
  kv: new MemoryKvStore(),
  origin: options.origin,
  allowPrivateAddress: true,
  firstKnock: options["first-knock"],
  circuitBreaker: false,
  userAgent: { software: "ParvisInteropPeer/1", url: options.origin },
});

// --- who is here ---

let keys = await freshKeys();

async function freshKeys() {
  return Promise.all([generateCryptoKeyPair("RSASSA-PKCS1-v1_5"), generateCryptoKeyPair("Ed25519")]);
}

federation
  .setActorDispatcher("/users/{identifier}", async (ctx, identifier) => {
    if (identifier !== me) return null;
    const pairs = await ctx.getActorKeyPairs(identifier);
    return new Person({
      id: ctx.getActorUri(identifier),
      preferredUsername: identifier,
      name: "Claire of the Fedify peer",
      summary: "A person of the interoperability tests.",
      inbox: ctx.getInboxUri(identifier),
      outbox: ctx.getOutboxUri(identifier),
      followers: ctx.getFollowersUri(identifier),
      endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
      url: ctx.getActorUri(identifier),
      publicKey: pairs[0].cryptographicKey,
      assertionMethods: pairs.map((pair) => pair.multikey),
    });
  })
  .setKeyPairsDispatcher((_ctx, identifier) => (identifier === me ? keys : []));

federation.setOutboxDispatcher("/users/{identifier}/outbox", (ctx, identifier) => (identifier === me ? { items: [] } : null));
federation.setFollowersDispatcher("/users/{identifier}/followers", (_ctx, identifier) => (identifier === me ? { items: [...followers.values()] } : null));
federation.setNodeInfoDispatcher("/nodeinfo/2.1", () => ({
  software: { name: "fedify-peer", version: "1.0.0" },
  protocols: ["activitypub"],
  usage: { users: { total: 1, activeMonth: 1, activeHalfyear: 1 }, localPosts: notes.size, localComments: 0 },
}));
federation.setObjectDispatcher(Note, "/notes/{id}", (ctx, { id }) => {
  const note = notes.get(id);
  return note && !note.gone ? noteOf(ctx, note) : null;
});

// --- what comes in ---

federation
  .setInboxListeners("/users/{identifier}/inbox", "/inbox")
  .on(Follow, async (ctx, follow) => {
    await remember(follow);
    const follower = await follow.getActor(ctx);
    if (!follower?.id) return;
    followers.set(follower.id.href, follower);
    const accept = new Accept({ id: fresh(ctx, "accepts"), actor: ctx.getActorUri(me), object: follow });
    await ctx.sendActivity({ identifier: me }, follower, accept, { immediate: true });
  })
  .on(Activity, (_ctx, activity) => remember(activity))
  .setSharedKeyDispatcher(() => ({ identifier: me }))
  .onError((_ctx, error) => console.error("inbox:", error));

async function remember(activity) {
  received.push(await activity.toJsonLd({ format: "compact" }).catch(() => ({ id: activity.id?.href, type: activity.constructor.name })));
}

// --- what goes out when told to ---

const fresh = (ctx, kind) => new URL(`/${kind}/${++count}`, ctx.canonicalOrigin);

function noteOf(ctx, note) {
  return new Note({
    id: ctx.getObjectUri(Note, { id: note.id }),
    attribution: ctx.getActorUri(me),
    to: PUBLIC_COLLECTION,
    ccs: [ctx.getFollowersUri(me), new URL(note.author)],
    replyTarget: new URL(note.target),
    content: note.content,
    mediaType: "text/html",
    published: note.published,
    updated: note.updated,
    tags: [new Mention({ href: new URL(note.author), name: note.authorName })],
    url: ctx.getObjectUri(Note, { id: note.id }),
  });
}

/** Sends to one actor, at once; a refusal becomes the answer of the control request. */
async function send(ctx, recipient, activity, options = {}) {
  await ctx.sendActivity({ identifier: me }, recipient, activity, { immediate: true, preferSharedInbox: Boolean(options.shared) });
  return { sent: activity.id.href };
}

async function look(ctx, url) {
  const documentLoader = await ctx.getDocumentLoader({ identifier: me });
  const { document } = await documentLoader(url);
  return document;
}

/** Somebody to send to, read with a signed GET. */
async function somebody(ctx, url) {
  const { Object: Thing } = await import("@fedify/vocab");
  return Thing.fromJsonLd(await look(ctx, url), ctx);
}

/** Whom what concerns this object is sent to: its author. */
async function authorOf(ctx, url) {
  const document = await look(ctx, url);
  const author = [document.attributedTo].flat()[0];
  return somebody(ctx, author?.id ?? author);
}

const fields = (ctx, kind, more) => ({ id: fresh(ctx, kind), actor: ctx.getActorUri(me), ...more });
const following = new Map();
const likes = new Map();

const commands = {
  async follow(ctx, { actor }) {
    const follow = new Follow(fields(ctx, "follows", { object: new URL(actor) }));
    following.set(actor, follow);
    return send(ctx, await somebody(ctx, actor), follow);
  },
  async unfollow(ctx, { actor }) {
    return send(ctx, await somebody(ctx, actor), new Undo(fields(ctx, "undos", { object: following.get(actor) })));
  },
  async like(ctx, { object }) {
    const like = new Like(fields(ctx, "likes", { object: new URL(object) }));
    likes.set(object, like);
    return send(ctx, await authorOf(ctx, object), like);
  },
  async unlike(ctx, { object }) {
    return send(ctx, await authorOf(ctx, object), new Undo(fields(ctx, "undos", { object: likes.get(object) })));
  },
  async announce(ctx, { object }) {
    const announce = fields(ctx, "announces", { object: new URL(object), to: PUBLIC_COLLECTION, published: Temporal.Now.instant() });
    return send(ctx, await authorOf(ctx, object), new Announce(announce), { shared: true });
  },
  async reply(ctx, { to, content }) {
    const author = await authorOf(ctx, to);
    const id = String(++count);
    const authorName = `@${author.preferredUsername}@${author.id.host}`;
    const note = { id, target: to, author: author.id.href, authorName, content, published: Temporal.Now.instant() };
    notes.set(id, note);
    const object = noteOf(ctx, note);
    const create = new Create(fields(ctx, "creates", { object, tos: object.toIds, ccs: object.ccIds }));
    return { object: object.id.href, ...(await send(ctx, author, create)) };
  },
  async update(ctx, { object, content }) {
    const note = known(object);
    Object.assign(note, { content, updated: Temporal.Now.instant() });
    const update = new Update(fields(ctx, "updates", { object: noteOf(ctx, note), to: PUBLIC_COLLECTION }));
    return send(ctx, await somebody(ctx, note.author), update);
  },
  async delete(ctx, { object }) {
    const note = known(object);
    note.gone = true;
    const tombstone = new Tombstone({ id: new URL(object) });
    return send(ctx, await somebody(ctx, note.author), new Delete(fields(ctx, "deletes", { object: tombstone, to: PUBLIC_COLLECTION })));
  },
  async rotate() {
    keys = await freshKeys();
    return { keys: await Promise.all(keys.map(async (pair) => (await importJwk(await exportJwk(pair.publicKey), "public")).algorithm.name)) };
  },
  fetch: (ctx, { url }) => look(ctx, url),
  received: () => received,
};

function known(object) {
  const note = notes.get(object.split("/").pop());
  if (!note) throw new Error(`no note ${object}`);
  return note;
}

// --- the server ---

async function control(request, name) {
  const ctx = federation.createContext(new URL(options.origin), undefined);
  const asked = request.method === "POST" ? await request.json() : {};
  if (!Object.hasOwn(commands, name)) return Response.json({ error: `no command ${name}` }, { status: 404 });
  try {
    return Response.json(await commands[name](ctx, asked));
  } catch (error) {
    return Response.json({ error: error.message, status: error.statusCode ?? null }, { status: 502 });
  }
}

serve(
  {
    hostname: "127.0.0.1",
    port: Number(options.listen),
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const command = /^\/control\/(\w+)$/.exec(pathname);
      if (command) return control(request, command[1]);
      const note = /^\/notes\/(\w+)$/.exec(pathname);
      if (note && notes.get(note[1])?.gone) return new Response(null, { status: 410 });
      return federation.fetch(request, { contextData: undefined, onNotAcceptable: () => Response.json({ here: me }) });
    },
  },
  () => console.log(`the Fedify peer listens, ${options["first-knock"]} first`),
);
