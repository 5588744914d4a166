const [n, k, ...strips] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
let low = 0;
let high = 1e9 + 1;
while (high - low > 1) {
  const middle = Math.floor((low + high) / 2);
  let sticks = 0;
  for (const strip of strips) sticks += Math.floor(strip / middle);
  if (sticks >= k) low = middle;
  else high = middle;
}
console.log(low);
