/**
 * Keeps the guide for reading without a network. Rules:
 *
 * - A worker knows the bytes of every file of its version and gives no others:
 *   old and new files never meet in one page.
 * - The shell is stored when it is installed, the rest when a page asks.
 * - A new worker waits until the reader says so, or until no page is open.
 */
import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { groupOf, isHashed, standsForGroup } from './groups.ts';
import type {
  Entry,
  Group,
  InstallFailure,
  Kept,
  Request as Question,
  State,
  Trouble,
} from './protocol.ts';
import type { LifecycleEvent, WorkerScope } from './worker-scope.ts';

declare const OFFLINE_ENTRIES: readonly Entry[];

const worker = self as unknown as WorkerScope;
const root = new URL('./', location.href);
const pathOf = (url: string) =>
  url.split('?')[0]?.slice(root.href.length) ?? '';

const entries = OFFLINE_ENTRIES.map((entry) => ({
  ...entry,
  url: new URL(entry.url, root).href,
  revision: isHashed(entry.url) ? null : entry.integrity.slice(-16, -2),
}));
const guide = new PrecacheController();
guide.addToCacheList(entries);

const storedKeys = async () => {
  const cache = await caches.open(guide.strategy.cacheName);
  return new Set((await cache.keys()).map(({ url }) => url));
};

worker.addEventListener('install', (event) => event.waitUntil(install(event)));

/** Stores the shell, and what the version before had stored. */
async function install(event: LifecycleEvent): Promise<void> {
  const paths = [...(await storedKeys())].map(pathOf);
  const groups = new Set<Group | null>(['shell']);
  for (const path of paths.filter(standsForGroup)) {
    groups.add(groupOf(path));
  }
  const before = new Set(paths);
  const controller = new PrecacheController();
  controller.addToCacheList(
    entries.filter(
      ({ url, group }) => groups.has(group) || before.has(pathOf(url)),
    ),
  );
  try {
    await controller.install(event as never);
  } catch (error) {
    const failure: InstallFailure = {
      type: 'install-failed',
      trouble: await troubleOf(error),
    };
    for (const page of await pages()) {
      page.postMessage(failure);
    }
    throw error;
  }
}

const pages = () =>
  worker.clients.matchAll({ type: 'window', includeUncontrolled: true });

worker.addEventListener('message', (event) => {
  const question = event.data as Question;
  if (question.type === 'SKIP_WAITING') {
    void worker.skipWaiting();
  } else if (question.type === 'state') {
    event.waitUntil(state(event).then((answer) => reply(event, answer)));
  } else if (question.type === 'keep') {
    event.waitUntil(
      keep(question.urls, event).then((answer) => reply(event, answer)),
    );
  }
});

function reply(event: MessageEvent, answer: State | Kept): void {
  event.ports[0]?.postMessage(answer);
}

async function state(event: LifecycleEvent): Promise<State> {
  const windows = (await pages()).filter(
    ({ frameType }) => frameType !== 'nested',
  );
  const { installing, waiting } = worker.registration;
  if (windows.length <= 1 && installing === null && waiting === null) {
    // No page of an older version is open that might still ask for its files,
    // and no newer version is putting its own beside them.
    await guide.activate(event as never);
  }
  const stored = await storedKeys();
  return {
    entries: entries.map(({ revision: _, ...entry }) => ({
      ...entry,
      isStored: stored.has(guide.getCacheKeyForURL(entry.url) ?? ''),
    })),
  };
}

async function keep(
  urls: readonly string[],
  event: LifecycleEvent,
): Promise<Kept> {
  for (const url of urls) {
    try {
      await load(url, event);
    } catch (error) {
      return { trouble: await troubleOf(error) };
    }
  }
  return {};
}

/**
 * A file of this version: as stored, else from the network, stored from then
 * on. Fails if the network gives other bytes.
 */
function load(url: string, event: LifecycleEvent): Promise<Response> {
  const cacheKey = guide.getCacheKeyForURL(url) ?? url;
  return guide.strategy.handle({
    event: event as never,
    request: new Request(url, {
      cache: isHashed(pathOf(url)) ? 'default' : 'no-cache',
      credentials: 'same-origin',
    }),
    params: {
      cacheKey,
      integrity: guide.getIntegrityForCacheKey(cacheKey),
    },
  });
}

async function troubleOf(error: unknown): Promise<Trouble> {
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return 'full';
  }
  try {
    await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    return 'changed';
  } catch {
    return 'cut';
  }
}

registerRoute(
  new NavigationRoute(async ({ event, request, url }) => {
    const lifecycle = event as unknown as LifecycleEvent;
    const page = pageUrl(url);
    if (guide.getCacheKeyForURL(page) !== undefined) {
      try {
        return await load(page, lifecycle);
      } catch {
        // Not stored, and the network gives nothing or another version.
      }
    }
    try {
      const response = await fetch(request);
      if (!response.ok || !(await isOutdated())) {
        return response;
      }
    } catch {
      // The page below says so.
    }
    return load(new URL('offline/', root).href, lifecycle);
  }),
);

/** Hosts differ in whether the address of a page ends in a slash. */
function pageUrl({ origin, pathname }: URL): string {
  const path = pathname.replace(/(?:index)?\.html$/, '');
  return origin + path.replace(/\/?$/, '/');
}

async function isOutdated(): Promise<boolean> {
  await worker.registration.update();
  return (
    worker.registration.installing !== null ||
    worker.registration.waiting !== null
  );
}

// Python is large: the page shows how it arrives, so it passes through at once
// and is checked and stored on the side.
registerRoute(
  ({ url }) => groupOf(pathOf(url.href)) === 'python',
  async ({ event, request }) => {
    const stored = await caches.match(request.url);
    if (stored !== undefined) {
      return stored;
    }
    const response = await fetch(request);
    event.waitUntil(storeIfRight(request.url, response.clone()));
    return response;
  },
);

async function storeIfRight(url: string, response: Response): Promise<void> {
  try {
    const bytes = await response.arrayBuffer();
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
    if (guide.getIntegrityForCacheKey(url) === `sha256-${hash}`) {
      const cache = await caches.open(guide.strategy.cacheName);
      await cache.put(url, new Response(bytes));
    }
  } catch {
    // Cut off, or no space: the next run loads it again.
  }
}

registerRoute(new PrecacheRoute(guide, { cleanURLs: false }));

// A page of the version before, still open when the reader chose the new one.
registerRoute(
  ({ url }) => isHashed(url.pathname) && url.origin === root.origin,
  async ({ request }) => (await caches.match(request)) ?? fetch(request),
);
