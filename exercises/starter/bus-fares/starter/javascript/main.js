const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
const lines = Array.from({ length: n + 1 }, () => []);
for (let i = 2; i < data.length; i += 3) {
  const [a, b, fare] = data.slice(i, i + 3);
  lines[a].push([b, fare]);
  lines[b].push([a, fare]);
}
// Print the least sum of fares from 1 to n.
