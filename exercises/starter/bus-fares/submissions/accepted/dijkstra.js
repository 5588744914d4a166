// JavaScript has no priority queue; looking through all towns for the next one is quick enough.
const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
const lines = Array.from({ length: n + 1 }, () => []);
for (let i = 2; i < data.length; i += 3) {
  lines[data[i]].push([data[i + 1], data[i + 2]]);
  lines[data[i + 1]].push([data[i], data[i + 2]]);
}
const paid = new Float64Array(n + 1).fill(Infinity);
const done = new Uint8Array(n + 1);
paid[1] = 0;
for (;;) {
  let town = 0; // paid[0] stays infinite
  for (let other = 1; other <= n; other++) {
    if (!done[other] && paid[other] < paid[town]) town = other;
  }
  if (town === 0 || town === n) break;
  done[town] = 1;
  for (const [other, fare] of lines[town]) {
    paid[other] = Math.min(paid[other], paid[town] + fare);
  }
}
console.log(paid[n] === Infinity ? -1 : paid[n]);
