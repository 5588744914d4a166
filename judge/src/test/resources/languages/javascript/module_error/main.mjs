import { sum } from "./sum.mjs";

console.log(sum());
