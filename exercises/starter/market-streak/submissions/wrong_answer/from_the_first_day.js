// Begins each streak after the end of the one before.
const [n, s, ...amounts] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let best = 0;
let days = 0;
let total = 0;
for (const amount of amounts) {
  if (total + amount > s) {
    days = 0;
    total = 0;
  }
  if (amount <= s) {
    days++;
    total += amount;
  }
  best = Math.max(best, days);
}
console.log(best);
