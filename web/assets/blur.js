// A picture in a field is made smaller, and what one draws on it becomes one colour, before anything is sent. No text of our own: words come from data
// attributes of the field.

const SIDE = 1600; // pixels of the longest side that is kept

export const make = (name, words, parts = {}) => Object.assign(document.createElement(name), { textContent: words }, parts);

async function drawn(file) {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// One colour, the mean of what was there: a blur can be undone, a mean cannot.
function cover(canvas, { x, y, w, h }) {
  const [left, top] = [Math.max(0, Math.round(x)), Math.max(0, Math.round(y))];
  const [wide, high] = [Math.min(canvas.width, Math.round(x + w)) - left, Math.min(canvas.height, Math.round(y + h)) - top];
  if (wide < 1 || high < 1) return;
  const pen = canvas.getContext('2d');
  const { data } = pen.getImageData(left, top, wide, high);
  const sums = [0, 0, 0];
  for (let i = 0; i < data.length; i += 4) for (const part of [0, 1, 2]) sums[part] += data[i + part];
  pen.fillStyle = `rgb(${sums.map((sum) => Math.round((sum * 4) / data.length)).join(' ')})`;
  pen.fillRect(left, top, wide, high);
}

export const put = (input, file) => {
  const files = new DataTransfer();
  files.items.add(file);
  input.files = files.files;
};

// The frame is moved by a finger, a mouse, or the arrows; the buttons do what they say. What is in the field is always what is seen.
export function blur(input) {
  const data = input.dataset;
  const box = make('div', '', { className: 'stack', hidden: true });
  const stage = make('div', '', { className: 'blur', tabIndex: 0 });
  stage.setAttribute('role', 'application');
  stage.setAttribute('aria-label', data.blur);
  const frame = document.createElement('span');
  const said = make('p', '');
  said.setAttribute('role', 'status');
  const tools = make('p', '', { className: 'row' });
  box.append(make('p', data.blurHint, { className: 'hint' }), stage, tools, said);
  input.after(box);
  let canvas = null;
  let original = null;
  let busy = null;
  let at = { x: 0, y: 0, w: 0, h: 0 };
  const show = () => {
    for (const [side, of] of [['left', 'x'], ['width', 'w']]) frame.style.setProperty(side, `${(100 * at[of]) / canvas.width}%`);
    for (const [side, of] of [['top', 'y'], ['height', 'h']]) frame.style.setProperty(side, `${(100 * at[of]) / canvas.height}%`);
  };
  const middle = () => {
    const side = Math.min(canvas.width, canvas.height) / 5;
    at = { x: (canvas.width - side) / 2, y: (canvas.height - side) / 2, w: side, h: side };
    show();
  };
  const keep = async () => {
    const file = original;
    const bytes = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
    if (original !== file) return false;
    if (bytes) put(input, new File([bytes], 'photo.jpg', { type: 'image/jpeg' }));
    else input.value = '';
    busy = null;
    input.dispatchEvent(new Event('kept', { bubbles: true }));
    return Boolean(bytes);
  };
  // Nothing leaves while the field still holds what is seen no more.
  input.form?.addEventListener('submit', (event) => {
    if (!busy) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    busy.then(() => input.form.requestSubmit());
  });
  const shut = () => {
    original = null;
    busy = null;
    box.hidden = true;
  };
  const draw = async (file) => {
    const picture = await drawn(file).catch(() => null);
    // Another was chosen meanwhile, or none.
    if (original !== file) return;
    // No picture that this browser reads: the server says so.
    if (!picture) return shut();
    canvas = picture;
    stage.replaceChildren(canvas, frame);
    said.textContent = '';
    box.hidden = false;
    middle();
    await keep();
  };
  const open = (file) => {
    original = file;
    return (busy = draw(file));
  };
  const button = (words, act) => {
    const made = make('button', words, { type: 'button', className: 'btn quiet small' });
    made.addEventListener('click', act);
    tools.append(made);
  };
  button(data.blurDo, async () => {
    cover(canvas, at);
    busy = keep();
    said.textContent = (await busy) ? data.blurDone : '';
  });
  button(data.blurLarger, () => resize(1.25));
  button(data.blurSmaller, () => resize(0.8));
  button(data.blurAgain, () => open(original));
  const bounded = () => {
    at.w = Math.min(Math.max(at.w, 12), canvas.width);
    at.h = Math.min(Math.max(at.h, 12), canvas.height);
    at.x = Math.min(Math.max(at.x, 0), canvas.width - at.w);
    at.y = Math.min(Math.max(at.y, 0), canvas.height - at.h);
    show();
  };
  const resize = (share) => {
    at = { x: at.x + (at.w * (1 - share)) / 2, y: at.y + (at.h * (1 - share)) / 2, w: at.w * share, h: at.h * share };
    bounded();
  };
  stage.addEventListener('keydown', (event) => {
    const step = Math.max(canvas.width, canvas.height) / 50;
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (move) {
      if (event.shiftKey) [at.w, at.h] = [at.w + move[0] * step, at.h + move[1] * step];
      else [at.x, at.y] = [at.x + move[0] * step, at.y + move[1] * step];
      bounded();
    } else if (event.key === 'Enter') {
      tools.firstChild.click();
    } else return;
    event.preventDefault();
  });
  const point = (event) => {
    const seen = canvas.getBoundingClientRect();
    return [((event.clientX - seen.left) * canvas.width) / seen.width, ((event.clientY - seen.top) * canvas.height) / seen.height];
  };
  let from = null;
  stage.addEventListener('pointerdown', (event) => {
    from = point(event);
    stage.setPointerCapture(event.pointerId);
  });
  stage.addEventListener('pointermove', (event) => {
    if (!from) return;
    const to = point(event);
    at = { x: Math.min(from[0], to[0]), y: Math.min(from[1], to[1]), w: Math.abs(to[0] - from[0]), h: Math.abs(to[1] - from[1]) };
    show();
  });
  const end = (event) => {
    if (!from) return;
    const [x, y] = event.type === 'pointerup' ? point(event) : from;
    // A touch without a stroke puts the frame there.
    if (Math.hypot(x - from[0], y - from[1]) < 12) {
      const side = Math.min(canvas.width, canvas.height) / 5;
      at = { x: x - side / 2, y: y - side / 2, w: side, h: side };
    }
    from = null;
    bounded();
  };
  stage.addEventListener('pointerup', end);
  stage.addEventListener('pointercancel', end);
  input.addEventListener('change', () => (input.files[0] ? open(input.files[0]) : shut()));
  return open;
}
