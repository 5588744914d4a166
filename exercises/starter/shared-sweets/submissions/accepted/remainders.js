const [n, k, ...boxes] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const seen = new Int32Array(k);
seen[0] = 1;
let ways = 0;
let remainder = 0;
for (const box of boxes) {
  remainder = (remainder + box) % k;
  ways += seen[remainder]++;
}
console.log(ways);
