// The report that is being written stays on this device until it is sent: its place, kind, category, words, and its picture as it would leave. Who writes
// is no part of it. No text of our own: words come from data attributes.
//
//   form[data-report]        a page of the form for a report
//   [data-report-draft]      says that something was taken up again, with a button that throws it away

import { make, put } from './blur.js';

const LIFE = 7 * 24 * 3600 * 1000; // somebody else may hold this device by then
const NAMES = { spot: 'spot', spot_address: 'address', address: 'address', kind: 'kind', category: 'category', body: 'body' };

/** `kept` opens the store of this device. What is written is written in the order in which it was asked for. */
export function drafts(kept) {
  let last = Promise.resolve();
  const inTurn = (act) => (last = last.then(act).catch(() => null));
  const remove = () => kept('photo', 'readwrite', (store) => store.delete('draft'));
  const load = async () => {
    const found = await kept('photo', 'readonly', (store) => store.get('draft'));
    if (!found || found.at > Date.now() - LIFE) return found ?? null;
    await remove();
    return null;
  };
  const write = async (said) => {
    const whole = { ...(await load()), ...said, at: Date.now() };
    const put = (what) => kept('photo', 'readwrite', (store) => store.put(what, 'draft'));
    if (!['spot', 'address', 'body', 'photo'].some((name) => whole[name])) return remove();
    // Some browsers keep no files.
    return put(whole).catch(() => put({ ...whole, photo: null }));
  };
  return { load: () => inTurn(load), save: (said) => inTurn(() => write(said)), forget: () => inTurn(remove) };
}

/** What a page of the form says. A page without a field leaves what another page said of it. */
function said(form, photo) {
  const given = new FormData(form);
  const found = {};
  for (const [name, as] of Object.entries(NAMES)) if (form.elements[name]) found[as] = given.get(name) ?? '';
  const { latitude, longitude } = form.elements;
  if (latitude) found.spot = latitude.value && `${latitude.value}, ${longitude.value}`;
  if (form.elements.picture) found.photo = photo;
  return found;
}

/** Fills what is still empty; the answer holds what undoes it. */
function fill(form, draft) {
  const undo = [];
  const field = (name, value) => {
    const one = form.elements[name];
    if (!one || !value || one.value) return;
    one.value = value;
    one.dispatchEvent(new Event('change'));
    undo.push(() => {
      one.value = '';
      one.dispatchEvent(new Event('change'));
    });
  };
  // What the address of the page says was chosen in this very report.
  const choice = (name) => {
    if (new URLSearchParams(location.search).get(name)) return;
    const all = [...form.querySelectorAll(`input[type="radio"][name="${name}"]`)];
    const [before, one] = [all.find((each) => each.checked), all.find((each) => each.value === draft[name])];
    const list = form.querySelector(`select[name="${name}"]`);
    if (list && draft[name] !== list.value && [...list.options].some((each) => each.value === draft[name])) {
      const first = list.value;
      list.value = draft[name];
      undo.push(() => { list.value = first; });
    } else if (one && one !== before) {
      one.checked = true;
      undo.push(() => (before ? (before.checked = true) : (one.checked = false)));
    }
  };
  // A place is one thing: never the words of one and the point of another.
  const places = ['spot', 'spot_address', 'address', 'latitude'].map((name) => form.elements[name]).filter(Boolean);
  if (places.every((one) => !one.value)) {
    const [latitude, longitude] = draft.spot?.split(', ') ?? [];
    for (const [name, value] of [['spot', draft.spot], ['spot_address', draft.address], ['address', draft.address], ['latitude', latitude], ['longitude', longitude]]) {
      field(name, value);
    }
    // A point is enough, as where one stands.
    const { address, latitude: point } = form.elements;
    if (address?.required && point?.value) {
      address.required = false;
      undo.push(() => { address.required = true; });
    }
  }
  choice('kind');
  choice('category');
  field('body', draft.body);
  return undo;
}

async function fillPicture(input, draft, open, undo) {
  if (!input || !draft.photo || input.files.length) return;
  put(input, draft.photo);
  await open?.(draft.photo);
  undo.push(() => {
    input.value = '';
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

function tell(box, draft, discard) {
  const time = new Date(draft.at).toLocaleString(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  box.hidden = false;
  box.querySelector('[role="status"]').textContent = box.dataset.restored.replace('{time}', time);
  const button = make('button', box.dataset.discard, { type: 'button', className: 'btn plain small' });
  box.lastElementChild.append(button);
  button.addEventListener('click', async () => {
    await discard();
    box.hidden = true;
    button.remove();
    document.getElementById('content').focus();
  });
}

/** Takes up the draft, and keeps what is written from now on. What the server sent back with faults, or what is corrected, is newer. */
export async function keepReport(form, { load, save, forget }, open) {
  const input = form.querySelector('[type="file"][name="picture"]');
  const draft = await load();
  if (draft && !document.querySelector('.error-summary') && !location.hash.startsWith('#again-')) {
    const undo = fill(form, draft);
    await fillPicture(input, draft, open, undo);
    const discard = () => {
      for (const one of undo) one();
      clearTimeout(wait);
      wait = 0;
      return forget();
    };
    if (undo.length) tell(document.querySelector('[data-report-draft]'), draft, discard);
  }
  let wait = 0;
  let photo = input?.files[0] ?? null;
  const now = () => {
    clearTimeout(wait);
    wait = 0;
    return save(said(form, photo));
  };
  const soon = () => {
    clearTimeout(wait);
    wait = setTimeout(now, 300);
  };
  form.addEventListener('input', soon);
  form.addEventListener('change', (event) => {
    // The picture counts once it is made smaller and what is seen is what is in the field.
    if (event.target === input) photo = null;
    soon();
  });
  form.addEventListener('kept', () => {
    photo = input.files[0] ?? null;
    soon();
  });
  if (form.method === 'get') form.addEventListener('submit', now);
  // A telephone closes what it does not show without asking.
  document.addEventListener('visibilitychange', () => {
    if (wait && document.visibilityState === 'hidden') now();
  });
  form.addEventListener('queued', () => {
    clearTimeout(wait);
    [wait, photo] = [0, null];
  });
}
