const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
const later = Array.from({ length: n + 1 }, () => []);
for (let i = 2; i < data.length; i += 2) {
  later[data[i]].push(data[i + 1]);
}
// Print the lessons in order, or IMPOSSIBLE.
