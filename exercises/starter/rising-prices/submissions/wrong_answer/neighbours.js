// Never leaves out a stall.
const [n, ...prices] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let best = 1;
let length = 1;
for (let i = 1; i < n; i++) {
  length = prices[i] > prices[i - 1] ? length + 1 : 1;
  best = Math.max(best, length);
}
console.log(best);
