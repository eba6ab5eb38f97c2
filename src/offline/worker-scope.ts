/** What the service worker uses of its global scope: the site's types are those of a page. */
export interface LifecycleEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}

interface WorkerEvents {
  install: LifecycleEvent;
  activate: LifecycleEvent;
  message: LifecycleEvent & MessageEvent;
}

export interface WorkerScope {
  registration: ServiceWorkerRegistration;
  skipWaiting: () => Promise<void>;
  clients: {
    matchAll: (options: {
      type: 'window';
      includeUncontrolled: boolean;
    }) => Promise<{ frameType: string; postMessage: (data: object) => void }[]>;
  };
  addEventListener: <Name extends keyof WorkerEvents>(
    name: Name,
    listener: (event: WorkerEvents[Name]) => void,
  ) => void;
}
