import { limit, type Program } from './program.ts';

/** Gets hold of the port on which the runtime reports. */
const hijack = `
const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')!;
Object.defineProperty(MessageEvent.prototype, 'data', {
  get() {
    const port = (this as MessageEvent).target as MessagePort;
    if (port instanceof MessagePort) attack(port);
    return data.get!.call(this);
  },
});
const hold = setInterval(() => {}, 50);
let begun = false;
function attack(port: MessagePort) {
  if (begun) return;
  begun = true;
  clearInterval(hold);
  send(port);
}
`;

/** The worker's own port, where the program is all there is in the worker. */
const raw =
  'onmessage = ({ ports: [port] }) => {\n  port.onmessage = () => {};\n';

/** Messages that only the runtime should send. */
export const forgery: Program[] = [
  {
    name: 'postMessage to whoever listens',
    code: `
const scope = globalThis as never as Record<string, (message: unknown) => void>;
const forged = { codesandbox: true, $id: 0, type: 'compile', modules: {} };
for (const name of ['postMessage', 'parent', 'opener', 'top']) {
  try { scope[name](forged); console.log(name, 'sent'); } catch { console.log(name, 'refused'); }
}
`,
    ends: 'ready',
    says: /postMessage refused[\s\S]*top refused/,
  },
  {
    name: 'a hijacked port that forges reports of other kinds',
    code: `${hijack}
function send(port: MessagePort) {
  for (const type of ['compile', 'register-frame', 'eval', 'frame-ready', 'worker-failed', 'source', 'done', 'success']) {
    port.postMessage({ type, codesandbox: true, $id: 1, code: 'alert(1)', id: 1 });
  }
  port.postMessage('text'); port.postMessage(null); port.postMessage([]);
  console.log('forged');
}
`,
    ends: 'ready',
    says: /forged/,
  },
  {
    name: 'a hijacked port that floods with lines of its own',
    code: `${hijack}
function send(port: MessagePort) {
  for (let i = 0; i < 5e4; i += 1) {
    port.postMessage({ type: 'console', lines: [{ method: 'log', text: 'flood ' + i }] });
  }
}
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that answers nothing',
    as: 'taken-over',
    code: `${raw}};\n`,
    ends: 'stopped',
    says: limit.busy,
  },
  {
    name: 'a worker taken over that floods with pongs',
    as: 'taken-over',
    code: `${raw}
  port.onmessage = () => {
    for (let i = 0; i < 5e5; i += 1) port.postMessage({ type: 'pong' });
  };
};
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that sends one enormous graph',
    as: 'taken-over',
    code: `${raw}
  const point = () => [Math.random(), { a: Math.random() }];
  const points = Array.from({ length: 2e6 }, point);
  port.postMessage({ type: 'plot', frames: [{ kind: 'scatter', name: 'a', data: { points } }] });
  port.postMessage({ type: 'evaluated' });
  port.onmessage = () => port.postMessage({ type: 'pong' });
};
`,
    // The gate drops what is too large for a figure, if it gets through it.
    ends: 'ready|stopped',
    says: /printed nothing|sent more than it may|without yielding/,
  },
  {
    name: 'a worker taken over that sends many large figures, each allowed',
    as: 'taken-over',
    code: `${raw}
  const points = Array.from({ length: 5000 }, (_, i) => [i, i]);
  port.onmessage = () => {
    port.postMessage({ type: 'pong' });
    const frames = Array.from({ length: 50 }, (_, i) => ({ kind: 'scatter', name: 'f' + i, data: { points } }));
    for (let i = 0; i < 20; i += 1) port.postMessage({ type: 'plot', frames });
  };
};
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that repeats one limit for ever',
    as: 'taken-over',
    code: `${raw}
  port.onmessage = () => {
    port.postMessage({ type: 'pong' });
    for (let i = 0; i < 2e4; i += 1) port.postMessage({ type: 'limit', limit: 'plotFrames' });
  };
};
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that says it has ended a thousand times',
    as: 'taken-over',
    code: `${raw}
  for (let i = 0; i < 1e4; i += 1) { port.postMessage({ type: 'evaluated' }); port.postMessage({ type: 'idle' }); }
};
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that forges tests with names of a megabyte',
    as: 'taken-over',
    code: `${raw}
  const name = 'n'.repeat(1e4);
  const blocks = Array.from({ length: 100 }, () => name);
  port.onmessage = () => {
    port.postMessage({ type: 'pong' });
    for (let i = 0; i < 300; i += 1) {
      port.postMessage({ type: 'test', test: { name: name + i, blocks, path: '/a', status: 'pass', errors: [] } });
    }
  };
};
`,
    ends: 'stopped',
    says: limit.flood,
  },
  {
    name: 'a worker taken over that dies at once',
    as: 'taken-over',
    code: 'throw new Error("dead");\n',
    ends: 'stopped',
    says: limit.crashed,
  },
  {
    name: 'a worker taken over that closes itself',
    as: 'taken-over',
    code: 'close();\n',
    ends: 'stopped',
    says: limit.busy,
  },
];
