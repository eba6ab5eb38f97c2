import files from 'sources:./main.ts,quantisation.test.ts,pruning.test.ts,low-rank.test.ts';
import type { Lab } from '../lab.ts';
import { exercise } from './exercise-record.ts';
