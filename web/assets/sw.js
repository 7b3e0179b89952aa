// What works without a network: the form for a report, and what it needs to look right. Nothing else is kept here, and no page of anybody's own.
// The server writes before this: NAME, which changes with the files, and SHELL, their addresses; the first is the form.

self.addEventListener('install', (event) => {
  const fresh = (path) => new Request(path, { credentials: 'omit', cache: 'no-cache' });
  event.waitUntil(
    caches
      .open(NAME)
      .then((kept) => kept.addAll(SHELL.map(fresh)))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { origin, pathname, search } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === 'navigate') {
    event.respondWith(fetch(request).catch(() => caches.match(SHELL[0])));
  } else if (request.cache !== 'no-store' && SHELL.includes(pathname + search)) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
