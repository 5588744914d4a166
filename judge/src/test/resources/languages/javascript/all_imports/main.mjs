import fs, { readFileSync } from 'node:fs';
import * as path from 'path';
import { add } from './adder.cjs';
import { total } from './total.mjs?version=1';

export const start = 0;
const numbers = readFileSync(0, 'utf8').split(/\s+/).slice(1, 4).map(Number);
console.log(path.basename(String(total(add, numbers))), fs.existsSync('/nowhere') ? 'no' : '');
