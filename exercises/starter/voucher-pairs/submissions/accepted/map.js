const [n, s, ...prices] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const seen = new Map();
let pairs = 0;
for (const price of prices) {
  pairs += seen.get(s - price) ?? 0;
  seen.set(price, (seen.get(price) ?? 0) + 1);
}
console.log(pairs);
