// Small improvements to pages that already work without this file. No text of our own: words come from the page's data attributes.
//
//   form[data-draft="key"]          keeps what is being written until it is sent; [data-draft-note] inside it is shown when text was taken up again
//   output.count[for="id"][data-left="{n} …"]   what is left of the maxlength or data-count of that field
//   button[hidden][data-copy="url"][data-done="…"]    copies a link
//   button[data-confirm="…"]        asks once more, in place, before it acts
//   button[data-swap]               sends its form and takes only the [data-part] elements of the answer, so that the page stays where it is
//   form[data-recount]              presses its button[data-swap] whenever something in it changes
//   .error-summary, [data-focus]    receives the focus when the page opens
//   details.menu                    closes with Escape

const all = (selector, root = document) => [...root.querySelectorAll(selector)];

let memory = null;
try {
  memory = window.sessionStorage;
} catch {
  // Storage is refused: drafts are simply not kept.
}

const DRAFT = 'draft:';
const SENT = 'sent:';

const fieldsOf = (form) =>
  [...form.elements].filter((field) => field.name && !['password', 'hidden', 'file', 'submit', 'button'].includes(field.type) && !field.closest('[data-no-draft]'));

const untouched = (field) => {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked === field.defaultChecked;
  if (field.options) return true;
  return field.value === field.defaultValue && (field.value === '' || !field.form.querySelector('[aria-invalid]'));
};

function keepDraft(form) {
  const key = DRAFT + form.dataset.draft;
  let saved = [];
  try {
    saved = JSON.parse(memory.getItem(key) ?? '[]');
  } catch {
    memory.removeItem(key);
  }
  let taken = false;
  // What the server sent back with errors is newer than the draft.
  if (!form.querySelector('[aria-invalid="true"]')) {
    for (const [name, value, on] of saved) {
      for (const field of fieldsOf(form).filter((field) => field.name === name && untouched(field))) {
        if (field.type === 'checkbox' || field.type === 'radio') {
          if (field.value === value) field.checked = on;
        } else if (field.value !== value) {
          field.value = value;
          taken = true;
        }
      }
    }
  }
  const note = form.querySelector('[data-draft-note]');
  if (taken && note) note.hidden = false;
  const save = () => {
    try {
      memory.setItem(key, JSON.stringify(fieldsOf(form).map((field) => [field.name, field.value, field.checked])));
    } catch {
      // Full: the form itself is still whole.
    }
  };
  let wait = 0;
  form.addEventListener('input', () => {
    clearTimeout(wait);
    wait = setTimeout(save, 400);
  });
  form.addEventListener('submit', () => {
    clearTimeout(wait);
    save();
    memory.setItem(SENT + form.dataset.draft, '1');
  });
}

/** A draft that was sent is forgotten once a page says that something was done: what was refused is kept, whatever page says so. */
function forgetSent() {
  const done = new URLSearchParams(location.search).has('done');
  for (const key of Object.keys(memory).filter((key) => key.startsWith(SENT))) {
    memory.removeItem(key);
    if (done) memory.removeItem(DRAFT + key.slice(SENT.length));
  }
}

function count(output) {
  const field = document.getElementById(output.htmlFor.value);
  const most = Number(field?.dataset.count ?? field?.maxLength);
  if (!(most > 0) || !output.dataset.left) return;
  const show = () => {
    output.value = output.dataset.left.replace('{n}', (most - [...field.value].length).toLocaleString(document.documentElement.lang));
  };
  output.hidden = false;
  field.addEventListener('input', show);
  show();
}

function copy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
      const said = button.querySelector('[role="status"]') ?? button.appendChild(document.createElement('span'));
      said.setAttribute('role', 'status');
      said.textContent = ` ${button.dataset.done}`;
    } catch {
      button.hidden = true;
    }
  });
}

function confirmInPlace(button) {
  const label = [...button.childNodes];
  let asked = false;
  const back = () => {
    asked = false;
    button.replaceChildren(...label);
  };
  button.addEventListener('click', (event) => {
    if (asked) return;
    event.preventDefault();
    asked = true;
    const question = document.createElement('span');
    question.setAttribute('role', 'alert');
    question.textContent = button.dataset.confirm;
    button.replaceChildren(question);
  });
  button.addEventListener('blur', back);
  button.addEventListener('keydown', (event) => event.key === 'Escape' && back());
}

async function swap(event) {
  const button = event.submitter;
  const form = event.target;
  if (!button?.matches('button[data-swap]') || form.dataset.whole) return;
  event.preventDefault();
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: new URLSearchParams(new FormData(form, button)) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!page.getElementById(form.id)) throw new Error('another page');
    for (const part of all('[data-part]', page)) document.getElementById(part.id)?.replaceChildren(...part.childNodes);
    document.getElementById(button.id)?.focus();
    document.querySelector('.error-summary')?.focus();
  } catch {
    // The server says it on a whole page.
    form.dataset.whole = '1';
    form.requestSubmit(button);
  }
}

if (memory) {
  const forms = all('form[data-draft]');
  forgetSent();
  forms.forEach(keepDraft);
  for (const form of all('form[action$="/sign-out"]')) form.addEventListener('submit', () => memory.clear());
}
all('output.count').forEach(count);
all('button[data-copy]').forEach(copy);
all('button[data-confirm]').forEach(confirmInPlace);
document.querySelector('.error-summary, [data-focus]')?.focus();
document.addEventListener('submit', swap);
for (const form of all('form[data-recount]')) form.addEventListener('change', () => form.requestSubmit(form.querySelector('[data-swap]')));
document.addEventListener('keydown', (event) => {
  const menu = event.key === 'Escape' && event.target.closest?.('details.menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});
