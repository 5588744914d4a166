import { sum } from './adder.mjs';

console.log(sum([1, 20, 300]));
