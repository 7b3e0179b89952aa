// Reports from the street, on pages that already work without this file. No text of our own: words come from data attributes.
//
//   input[data-blur]        a picture is made smaller and what one draws on it becomes one colour, before anything is sent
//   [data-photo-first]      the picture first: its position is proposed if that is ticked; it waits here for the last step
//   form[data-queue]        what cannot be sent for want of a network is kept on this device, and sent when there is one again
//   form[data-report]       what is being written is kept on this device until it is sent (draft.js)
//   [data-waiting]          shows what waits, with a button that deletes it
//   [data-spot-here]        asks the device where it is

import { blur, make, put } from './blur.js';
import { drafts, keepReport } from './draft.js';
import { positionOf } from './exif.js';

const WAITING_MAX = 10; // reports that wait at once
const LIFE = 30 * 24 * 3600 * 1000; // as long as the server knows a sending again
const PATIENCE = 15000; // how long the server has to say that it is there

// --- what is kept on this device -------------------------------------------------------------------------------------------------------------

const base = 'indexedDB' in window ? new Promise((done, failed) => {
  const asked = indexedDB.open('street', 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore('waiting', { keyPath: 'sending' });
    asked.result.createObjectStore('photo');
  };
  asked.onsuccess = () => done(asked.result);
  asked.onerror = () => failed(asked.error);
}).catch(() => null) : Promise.resolve(null);

async function kept(store, mode, act) {
  const open = await base;
  if (!open) return undefined;
  return new Promise((done, failed) => {
    const work = open.transaction(store, mode);
    const asked = act(work.objectStore(store));
    work.oncomplete = () => done(asked.result);
    work.onerror = () => failed(work.error);
    work.onabort = () => failed(work.error);
  });
}

const waiting = async () => {
  const all = (await kept('waiting', 'readonly', (store) => store.getAll())) ?? [];
  const old = all.filter((one) => one.at < Date.now() - LIFE);
  for (const one of old) await kept('waiting', 'readwrite', (store) => store.delete(one.sending));
  return all.filter((one) => !old.includes(one)).sort((a, b) => a.at - b.at);
};

// --- the picture first -----------------------------------------------------------------------------------------------------------------------

function photoFirst(box) {
  box.hidden = false;
  const [input, tick] = [box.querySelector('[type="file"]'), box.querySelector('[type="checkbox"]')];
  const said = box.querySelector('[role="status"]');
  const spot = document.getElementById('spot');
  const propose = async () => {
    const file = input.files[0];
    if (!file || !tick.checked) return;
    const found = await positionOf(file).catch(() => null);
    said.textContent = found ? box.dataset.found : box.dataset.none;
    if (!found) return;
    spot.value = found.map((degrees) => degrees.toFixed(6)).join(', ');
    spot.dispatchEvent(new Event('change', { bubbles: true }));
  };
  input.addEventListener('change', async () => {
    const file = input.files[0];
    await kept('photo', 'readwrite', (store) => (file ? store.put({ file, at: Date.now() }, 'last') : store.delete('last'))).catch(() => {});
    await propose();
  });
  tick.addEventListener('change', propose);
  // It waits on this device: it is not part of this step's form.
  input.form.addEventListener('submit', () => { input.disabled = true; });
}

async function photoThen(input, open) {
  const found = await kept('photo', 'readonly', (store) => store.get('last')).catch(() => null);
  await kept('photo', 'readwrite', (store) => store.delete('last')).catch(() => {});
  if (!found || input.files.length || Date.now() - found.at > 3600 * 1000) return;
  put(input, found.file);
  await open(found.file);
}

// --- what waits for the network --------------------------------------------------------------------------------------------------------------

// Whether there is a network is asked of the server: what a device says of it is true neither behind the page of a hotel, nor in some applications that
// show pages of others.
async function answered() {
  const page = await fetch('/street/offline', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  const token = new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('main [name="_csrf"]')?.value;
  if (!page.ok || !token) throw new Error('no form');
  return token;
}

async function post(one) {
  const form = new FormData();
  form.set('_csrf', await answered());
  form.set('sending', one.sending);
  for (const [name, value] of one.fields) form.append(name, value);
  if (one.photo) form.set('picture', new File([one.photo], 'photo.jpg', { type: 'image/jpeg' }));
  return fetch('/street/new', { method: 'POST', body: form });
}

let sending = null;
let more = false;
let tries = 0;
let next = 0;

// What waits, one after the other. What the server refuses stays, with what it says; what cannot be sent stays. The answer says whether all was tried,
// and holds where the last one led to.
async function sendOnce() {
  let last = null;
  // What was refused waits for whoever wrote it, not for the network.
  for (const one of (await waiting()).filter((each) => !each.refused)) {
    const answer = await post(one).catch(() => null);
    if (!answer || answer.status >= 500 || answer.status === 429) return { whole: false, last };
    if (answer.ok && answer.redirected) {
      await kept('waiting', 'readwrite', (store) => store.delete(one.sending));
      last = answer.url;
    } else {
      const said = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.error-summary li, main h1 + .lead');
      await kept('waiting', 'readwrite', (store) => store.put({ ...one, refused: said?.textContent ?? String(answer.status) }));
    }
  }
  return { whole: true, last };
}

// What cannot be sent is tried again, less and less often: a device says that it is connected before anything answers it. Who asks while something is
// being sent is answered when what waited then is sent as well.
function sendAll() {
  clearTimeout(next);
  more = true;
  sending ??= (async () => {
    let last = null;
    let whole = true;
    while (more && whole) {
      more = false;
      const done = await sendOnce();
      whole = done.whole;
      last = done.last ?? last;
    }
    tries = whole ? 0 : tries + 1;
    if (!whole) next = setTimeout(sendAll, Math.min(60, 2 ** tries) * 1000);
    return last;
  })().finally(() => {
    sending = null;
    show();
  });
  return sending;
}

async function show() {
  const box = document.querySelector('[data-waiting]');
  if (!box) return;
  const all = await waiting();
  // Drawn again only when it changed: the focus stays where it is.
  const drawn = all.map((one) => [one.sending, one.refused, one.at].join(' ')).join('\n');
  if (box.dataset.drawn === drawn) return;
  box.dataset.drawn = drawn;
  box.hidden = !all.length;
  const words = new Intl.PluralRules(document.documentElement.lang).select(all.length) === 'one' ? box.dataset.one : box.dataset.other;
  box.querySelector('[role="status"]').textContent = all.length ? words.replace('{n}', all.length) : '';
  box.querySelector('ul').replaceChildren(...all.map((one) => {
    const line = document.createElement('li');
    const part = document.createElement('div');
    const body = one.fields.find(([name]) => name === 'body')?.[1] ?? '';
    const words = one.refused ? body : body.slice(0, 120);
    part.append(make('p', `${new Date(one.at).toLocaleString(document.documentElement.lang)} · ${words}`));
    if (one.refused) {
      part.append(make('p', `${box.dataset.refused} ${one.refused}`, { className: 'error' }));
      part.append(make('a', box.dataset.correct, { href: `/street/offline#again-${one.sending}`, className: 'btn quiet small' }), ' ');
    }
    const remove = make('button', box.dataset.remove, { type: 'button', className: 'btn plain small' });
    remove.addEventListener('click', async () => {
      await kept('waiting', 'readwrite', (store) => store.delete(one.sending));
      await show();
      (document.querySelector('[data-waiting] button') ?? document.getElementById('content')).focus();
    });
    part.append(remove);
    line.append(part);
    return line;
  }));
}

function queue(form) {
  form.addEventListener('submit', async (event) => {
    if (form.dataset.reached) {
      delete form.dataset.reached;
      return;
    }
    event.preventDefault();
    if (form.dataset.asking) return;
    form.dataset.asking = '1';
    const there = form.dataset.queue !== 'always' && (await answered().then(() => true, () => false));
    delete form.dataset.asking;
    if (there) {
      form.dataset.reached = '1';
      form.requestSubmit();
      return;
    }
    const said = form.querySelector('[data-queue-said]');
    if ((await waiting()).length >= WAITING_MAX) {
      said.textContent = form.dataset.full;
      return;
    }
    const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !['_csrf', 'sending', 'blur'].includes(name));
    const photo = form.querySelector('[type="file"]')?.files[0] ?? null;
    const given = form.elements.sending?.value;
    const one = { sending: given || form.dataset.again || crypto.randomUUID(), at: Date.now(), fields, photo };
    try {
      if ((await kept('waiting', 'readwrite', (store) => store.put(one))) === undefined) throw new Error('nothing is kept here');
    } catch {
      said.textContent = form.dataset.failed;
      return;
    }
    if (form.elements.sending) form.elements.sending.value = '';
    delete form.dataset.again;
    form.dispatchEvent(new Event('queued'));
    await draft.forget();
    await show();
    form.reset();
    for (const input of form.querySelectorAll('[type="file"]')) input.dispatchEvent(new Event('change'));
    said.textContent = form.dataset.kept;
    const done = await sendAll();
    if (done && !(await waiting()).length) location.assign(done);
  });
}

// What the server refused comes back into the form, to be corrected: kept again, it takes the place of what waited.
async function again(form, opens) {
  const name = location.hash.startsWith('#again-') ? location.hash.slice('#again-'.length) : '';
  const one = name && (await waiting()).find((each) => each.sending === name);
  if (!one) return;
  for (const [field, value] of one.fields) if (form.elements[field]) form.elements[field].value = value;
  form.dataset.again = one.sending;
  const input = form.querySelector('[type="file"]');
  if (one.photo && input) {
    put(input, new File([one.photo], 'photo.jpg', { type: 'image/jpeg' }));
    await opens.get(input)?.(input.files[0]);
  }
  form.elements.body.focus();
}

function here(button) {
  if (!navigator.geolocation) return;
  button.hidden = false;
  const said = button.parentElement.querySelector('[role="status"]');
  button.addEventListener('click', () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const { elements } = button.form;
        [elements.latitude.value, elements.longitude.value] = [coords.latitude.toFixed(6), coords.longitude.toFixed(6)];
        elements.address.required = false;
        said.textContent = `${button.dataset.chosen} ${elements.latitude.value}, ${elements.longitude.value}`;
      },
      () => { said.textContent = button.dataset.none; },
      { enableHighAccuracy: true, timeout: 15000 },
    );
  });
}

const draft = drafts(kept);
document.querySelectorAll('[data-photo-first]').forEach(photoFirst);
const opens = new Map();
const come = [];
for (const input of document.querySelectorAll('input[data-blur]')) {
  const open = blur(input);
  opens.set(input, open);
  if (!document.querySelector('form[data-queue="always"]')) come.push(photoThen(input, open));
}
document.querySelectorAll('form[data-queue]').forEach(queue);
document.querySelectorAll('[data-spot-here]').forEach(here);
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => {});
await show();
for (const form of document.querySelectorAll('form[data-queue="always"]')) {
  await again(form, opens);
  window.addEventListener('hashchange', () => again(form, opens));
}
window.addEventListener('online', () => {
  tries = 0;
  sendAll();
});
sendAll();
// What was sent is written no more; what is too old goes wherever reports are shown.
if (location.pathname === '/street/sent' || new URLSearchParams(location.search).get('done') === 'street-made') await draft.forget();
else await draft.load();
await Promise.all(come);
for (const form of document.querySelectorAll('form[data-report]')) await keepReport(form, draft, opens.get(form.elements.picture));
