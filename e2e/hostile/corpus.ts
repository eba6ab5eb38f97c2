import { floods } from './floods.ts';
import { forgery } from './forgery.ts';
import { loops } from './loops.ts';
import { markup } from './markup.ts';
import { memory } from './memory.ts';
import { modules } from './modules.ts';
import { network } from './network.ts';
import { poison } from './poison.ts';
import type { Program } from './program.ts';
import { storage } from './storage.ts';
import { values } from './values.ts';

export const corpus: Readonly<Record<string, readonly Program[]>> = {
  loops,
  memory,
  floods,
  values,
  poison,
  forgery,
  network,
  storage,
  modules,
  markup,
};
