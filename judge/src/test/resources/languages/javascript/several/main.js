const { sum } = require('./sum.js');
const [, ...values] = require('fs').readFileSync(0, 'utf8').trim().split(/\s+/).map(BigInt);
console.log(String(values.reduce(sum, 0n)));
