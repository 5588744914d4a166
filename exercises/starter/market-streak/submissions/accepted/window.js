const [n, s, ...amounts] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let best = 0;
let first = 0;
let total = 0;
amounts.forEach((amount, last) => {
  total += amount;
  while (total > s) total -= amounts[first++];
  best = Math.max(best, last - first + 1);
});
console.log(best);
