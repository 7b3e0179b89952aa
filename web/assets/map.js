// Smooth maps, on pages that already work without this file: the map of a consultation ([data-map]) and the choice of a place in a form
// ([data-map-pick]). Needs Leaflet before it. No text of our own: words come from data attributes.

import { positionOf } from './exif.js';

const L = window.L;

// No closer by itself than this, as the server draws it: the streets around must be seen.
const CLOSEST = 16;

const outlineStyle = { color: 'currentColor', weight: 2, dashArray: '6 4', fill: false, interactive: false };
const layerStyle = { color: 'currentColor', weight: 2, fillOpacity: 0.2 };

function parsed(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

// One finger scrolls the page, two move the map; a mouse moves it, the wheel only while the map has the focus.
function ground(box, data) {
  const map = L.map(box, {
    zoomControl: false,
    dragging: !L.Browser.mobile,
    scrollWheelZoom: false,
    minZoom: 3,
    maxZoom: Math.max(Number(data.zoomMax) || 19, 18),
    attributionControl: Boolean(data.attribution),
    zoomAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    fadeAnimation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
  });
  L.control.zoom({ zoomInTitle: data.in, zoomOutTitle: data.out }).addTo(map);
  map.on('focus', () => map.scrollWheelZoom.enable());
  map.on('blur', () => map.scrollWheelZoom.disable());
  if (data.attribution) {
    const plain = document.createElement('span');
    plain.textContent = data.attribution;
    map.attributionControl.setPrefix(false).addAttribution(plain.innerHTML);
  }
  if (data.tiles) L.tileLayer(data.tiles, { maxNativeZoom: Number(data.zoomMax) || 19, maxZoom: 19 }).addTo(map);
  const outline = parsed(data.outline);
  if (outline) L.geoJSON(outline, { style: outlineStyle }).addTo(map);
  map.fitBounds(corners(data.bounds));
  return map;
}

// `west,south,east,north` as Leaflet wants it.
function corners(sides) {
  const [west, south, east, north] = sides.split(',').map(Number);
  return [[south, west], [north, east]];
}

// A mark is a button: a circle with a number or a letter. Its text is text, never HTML.
function mark(place, text, title, size, act) {
  const face = document.createElement('span');
  face.textContent = text;
  const icon = L.divIcon({ className: 'map-mark', html: face, iconSize: [size, size] });
  const made = L.marker([place.lat, place.lon], { icon, title, alt: title, keyboard: true });
  made.on('add', () => made.getElement()?.setAttribute('aria-label', title));
  return made.on('click', act);
}

function explore(box) {
  const data = { ...box.dataset };
  const drawn = [...box.children];
  const place = document.createElement('div');
  place.className = 'map-live';
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', data.label);
  box.prepend(place);
  // A drawing has no property `hidden`, only the attribute.
  for (const part of drawn) part.setAttribute('hidden', '');
  const map = ground(place, data);
  const view = new URLSearchParams(data.view);
  const centre = L.latLng(Number(view.get('lat')), Number(view.get('lon')));
  const zoom = Number(view.get('zoom'));
  if (new URLSearchParams(location.search).has('zoom')) map.setView(centre, zoom, { animate: false });
  // What the server chose fits its drawing; this map is wider or narrower. At once: a map that still moves looks as if the reader had moved it.
  else map.fitBounds(corners(data.around), { maxZoom: Math.max(zoom, CLOSEST), padding: [24, 24], animate: false });
  const named = (one, shown) => {
    if (!one.properties?.name) return;
    const name = document.createElement('span');
    name.textContent = one.properties.name;
    shown.bindTooltip(name);
  };
  const pointToLayer = (_, at) => L.circleMarker(at, { radius: 5, ...layerStyle });
  if (data.layers) fetch(data.layers)
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((layers) => {
      for (const layer of layers) {
        const style = layer.kind === 'perimeter' ? outlineStyle : layerStyle;
        L.geoJSON(layer.shapes, { style, pointToLayer, onEachFeature: named }).addTo(map);
      }
    })
    .catch(() => {});
  const marks = L.layerGroup().addTo(map);
  const update = document.createElement('a');
  update.className = 'btn quiet small';
  update.textContent = data.part;
  update.hidden = true;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  box.append(update, said);
  let asked = 0;
  let moved = false;
  const listAt = (lat, lon) => {
    const query = new URLSearchParams(location.search);
    query.delete('page');
    query.set('lat', lat.toFixed(5));
    query.set('lon', lon.toFixed(5));
    query.set('zoom', map.getZoom());
    return `${location.pathname}?${query}#list`;
  };
  // What stands at one address stands together however close one looks: there the list tells them apart.
  const closer = ({ lat, lon }) =>
    map.getZoom() < map.getMaxZoom() ? map.setView([lat, lon], Math.min(map.getZoom() + 2, map.getMaxZoom())) : location.assign(listAt(lat, lon));
  // Marks that are all on the page already: nothing is asked for, and moving the map changes no list.
  const known = parsed(data.marks);
  // Marks that would cover each other become one, the largest first: each has to be hit with a finger.
  const gather = ({ gathered, alone }) => {
    const groups = [];
    const all = [...gathered, ...alone].map((one) => ({ one, count: one.count ?? 1, at: map.latLngToLayerPoint([one.lat, one.lon]) }));
    for (const each of all.sort((a, b) => b.count - a.count)) {
      const near = groups.find((group) => group[0].at.distanceTo(each.at) < 40);
      if (near) near.push(each);
      else groups.push([each]);
    }
    const sum = (group) => group.reduce((before, { count }) => before + count, 0);
    const joined = groups.filter((group) => sum(group) > 1).map((group) => ({ lat: group[0].one.lat, lon: group[0].one.lon, count: sum(group) }));
    return { joined, alone: groups.filter((group) => sum(group) === 1).map(([{ one }]) => one), shapes: alone.filter((one) => one.shape) };
  };
  const show = async () => {
    const turn = ++asked;
    const { _southWest: low, _northEast: high } = map.getBounds();
    const clamp = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(6);
    const bbox = [clamp(low.lng, 180), clamp(low.lat, 85), clamp(high.lng, 180), clamp(high.lat, 85)].join(',');
    const here = map.getCenter();
    if (moved) {
      update.href = listAt(here.lat, here.lng);
      update.hidden = false;
    }
    try {
      const answer = known ? null : await fetch(`${data.map}&bbox=${bbox}&zoom=${map.getZoom()}`);
      if (answer && !answer.ok) throw new Error(answer.status);
      const found = gather(known ?? (await answer.json()));
      if (turn !== asked) return;
      said.textContent = '';
      marks.clearLayers();
      for (const one of found.shapes) L.geoJSON(one.shape, { style: { ...layerStyle, weight: 4 } }).addTo(marks);
      for (const one of found.joined) {
        const size = one.count < 10 ? 32 : one.count < 100 ? 38 : one.count < 1000 ? 46 : 56;
        mark(one, one.count, data.gathered.replace('{n}', one.count), size, () => closer(one)).addTo(marks);
      }
      for (const one of found.alone) {
        mark(one, one.letter, one.title, 28, () => location.assign(one.path)).addTo(marks);
      }
    } catch {
      if (turn === asked) said.textContent = data.failed;
    }
  };
  map.on(known ? 'zoomend' : 'moveend', () => {
    moved = !known;
    show();
  });
  show();
}

function pick(box) {
  const data = { ...box.dataset };
  const field = document.getElementById('spot');
  box.hidden = false;
  const tools = document.createElement('p');
  tools.className = 'row';
  const place = document.createElement('div');
  place.className = 'map-live';
  place.setAttribute('role', 'application');
  place.setAttribute('aria-label', data.label);
  const help = document.createElement('p');
  help.className = 'hint';
  help.textContent = data.help;
  const said = document.createElement('p');
  said.setAttribute('role', 'status');
  box.append(tools, place, help, said);
  const map = ground(place, data);
  const drawn = L.layerGroup().addTo(map);
  let kind = 'point';
  let points = [];
  const read = () => {
    const numbers = field.value.split(';').map((part) => part.split(',').map(Number)).filter((pair) => pair.length === 2 && pair.every(Number.isFinite));
    const closed = numbers.length > 3 && String(numbers[0]) === String(numbers.at(-1));
    kind = closed ? 'area' : numbers.length > 1 ? 'line' : 'point';
    points = (closed ? numbers.slice(0, -1) : numbers).map(([lat, lon]) => L.latLng(lat, lon));
  };
  const draw = () => {
    drawn.clearLayers();
    const style = { ...layerStyle, weight: 4 };
    if (kind === 'area' && points.length > 2) L.polygon(points, style).addTo(drawn);
    else if (points.length > 1) L.polyline(points, { ...style, fill: false }).addTo(drawn);
    for (const point of points) L.circleMarker(point, { radius: points.length > 1 ? 5 : 9, color: 'currentColor', fillOpacity: 1 }).addTo(drawn);
    for (const button of tools.querySelectorAll('[data-kind]')) button.setAttribute('aria-pressed', String(button.dataset.kind === kind));
  };
  const write = () => {
    const list = kind === 'area' && points.length > 2 ? [...points, points[0]] : points;
    field.value = list.map((point) => `${point.lat.toFixed(6)}, ${point.lng.toFixed(6)}`).join('; ');
    for (const choice of field.form.querySelectorAll('[name="spot_found"]')) choice.checked = choice.value === 'none';
    said.textContent = points.length ? `${data.chosen} ${field.value}` : '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    draw();
  };
  const put = (at) => {
    points = kind === 'point' ? [at] : [...points, at].slice(0, 200);
    write();
  };
  const button = (words, act, code) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'btn quiet small';
    made.textContent = words;
    if (code) made.dataset.kind = code;
    made.addEventListener('click', act);
    tools.append(made);
  };
  for (const code of 'pointOnly' in data ? [] : ['point', 'line', 'area']) {
    button(data[code], () => {
      kind = code;
      if (code === 'point') points = points.slice(-1);
      write();
    }, code);
  }
  if (navigator.geolocation) {
    button(data.here, () => {
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          const at = L.latLng(coords.latitude, coords.longitude);
          map.setView(at, 17);
          put(at);
        },
        () => { said.textContent = data.noPosition; },
        { enableHighAccuracy: true, timeout: 15000 },
      );
    });
  }
  const photo = document.createElement('input');
  photo.type = 'file';
  photo.accept = 'image/jpeg';
  photo.hidden = true;
  photo.addEventListener('change', async () => {
    const found = photo.files[0] ? await positionOf(photo.files[0]).catch(() => null) : null;
    photo.value = '';
    if (!found) {
      said.textContent = data.noPhoto;
      return;
    }
    const spot = L.latLng(found[0], found[1]);
    map.setView(spot, 17);
    put(spot);
  });
  box.append(photo);
  button(data.photo, () => photo.click());
  button(data.undo, () => {
    points = [];
    write();
  });
  const look = () => {
    if (points.length === 1) map.setView(points[0], 17);
    else if (points.length) map.fitBounds(L.latLngBounds(points).pad(0.3));
  };
  map.on('click', (event) => put(event.latlng));
  // By the keyboard: Enter places what is in the middle of the map.
  place.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target !== place) return;
    event.preventDefault();
    put(map.getCenter());
  });
  for (const choice of field.form.querySelectorAll('[name="spot_found"]')) {
    choice.addEventListener('change', () => {
      const [at, address] = choice.value.split('|');
      if (!address) return;
      field.value = at;
      read();
      draw();
      look();
    });
  }
  const again = () => {
    read();
    draw();
    look();
  };
  field.addEventListener('change', again);
  again();
}

if (L) {
  document.querySelectorAll('[data-map]').forEach(explore);
  document.querySelectorAll('[data-map-pick]').forEach(pick);
}
