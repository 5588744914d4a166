import { add } from './adder.mjs';

console.log(add([1, 20, 300]));
