const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const q = data[0];
const out = [];
for (let i = 0; i < q; i++) {
  const l = data[1 + 2 * i];
  const r = data[2 + 2 * i];
  // Push the number of primes from l to r.
}
console.log(out.join("\n"));
