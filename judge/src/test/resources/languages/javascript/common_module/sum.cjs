const { readFileSync } = require("node:fs");
const [, ...numbers] = readFileSync(0, "utf8").split(/\s+/).map(Number);
console.log(numbers.reduce((a, b) => a + b, 0));
