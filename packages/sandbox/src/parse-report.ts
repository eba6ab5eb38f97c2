import { limits } from './limits.ts';
import { consoleMethods, type Report, type TestFailure } from './messages.ts';
import { plotKinds } from './plot-recorder.ts';

/**
 * Checks what a worker sent. The worker runs hostile code, so nothing about
 * the shape or the size is taken on trust; what does not fit is null.
 */
export function parseReport(value: unknown): Report | null {
  if (!isRecord(value)) {
    return null;
  }
  switch (value['type']) {
    case 'pong':
    case 'idle':
    case 'evaluated':
      return { type: value['type'] };
    case 'limit':
      return isLimitName(value['limit'])
        ? { type: 'limit', limit: value['limit'] }
        : null;
    case 'tests-found':
      return isCount(value['count'])
        ? { type: 'tests-found', count: value['count'] }
        : null;
    case 'console':
      return isListOf(value['lines'], isConsoleLine, limits.consoleLines)
        ? (value as Report)
        : null;
    case 'plot':
      return isListOf(value['frames'], isFrame, limits.plotFrames)
        ? (value as Report)
        : null;
    case 'error':
      return isError(value['error']) ? (value as Report) : null;
    case 'test':
      return isTest(value['test']) ? (value as Report) : null;
    default:
      return null;
  }
}

type Check = (value: unknown) => boolean;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown, length: number): boolean {
  // The sender marks a cut text with a few words, hence the slack.
  return typeof value === 'string' && value.length <= length + 100;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isListOf(value: unknown, check: Check, length: number): boolean {
  return Array.isArray(value) && value.length <= length && value.every(check);
}

function isLimitName(value: unknown): value is keyof typeof limits {
  return typeof value === 'string' && Object.hasOwn(limits, value);
}

const isCell: Check = (value) => isText(value, 1_000);

const isConsoleLine: Check = (value) =>
  isRecord(value) &&
  consoleMethods.includes(value['method'] as never) &&
  isText(value['text'], limits.lineLength) &&
  (value['table'] === undefined ||
    (isRecord(value['table']) &&
      isListOf(value['table']['columns'], isCell, 100) &&
      isListOf(
        value['table']['rows'],
        (row) => isListOf(row, isCell, 100),
        1_000,
      )));

const isFrame: Check = (value) =>
  isRecord(value) &&
  plotKinds.includes(value['kind'] as never) &&
  isText(value['name'], 1_000) &&
  isRecord(value['data']);

const isStackFrame: Check = (value) =>
  isRecord(value) &&
  isText(value['path'], 500) &&
  isText(value['functionName'], 500) &&
  isCount(value['line']) &&
  isCount(value['column']);

const isError: Check = (value) =>
  isRecord(value) &&
  ['syntax', 'runtime', 'rejection', 'module'].includes(
    value['kind'] as string,
  ) &&
  isText(value['name'], 200) &&
  isText(value['message'], 2_000) &&
  isListOf(value['frames'], isStackFrame, 20);

const isFailure: Check = (value) => {
  const failure = value as TestFailure;
  return (
    isError(value) &&
    (failure.expected === undefined || isText(failure.expected, 2_500)) &&
    (failure.received === undefined || isText(failure.received, 2_500))
  );
};

const isTest: Check = (value) =>
  isRecord(value) &&
  isText(value['name'], 10_000) &&
  isText(value['path'], 500) &&
  isListOf(value['blocks'], (block) => isText(block, 10_000), 100) &&
  ['idle', 'running', 'pass', 'fail', 'skip'].includes(
    value['status'] as string,
  ) &&
  (value['duration'] === undefined || Number.isFinite(value['duration'])) &&
  isListOf(value['errors'], isFailure, 20);
