const numbers = require('fs').readFileSync(0, 'utf8').split(/\s+/).slice(1, 4).map(Number);
const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1));
console.log(numbers.reduce((a, b) => a + b) + depth(200000) - 200000);
