import { readFileSync } from 'fs';
import { sum } from './sum';

const [, ...values]: bigint[] = readFileSync(0, 'utf8').trim().split(/\s+/).map(BigInt);
console.log(String(values.reduce(sum, 0n)));
