const [n, ...prices] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const tails = [];
for (const price of prices) {
  let low = 0;
  let high = tails.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tails[middle] < price) low = middle + 1;
    else high = middle;
  }
  tails[low] = price;
}
console.log(tails.length);
