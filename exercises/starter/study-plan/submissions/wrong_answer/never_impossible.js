// Prints what it could place, even where rules go round in a circle.
const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
const later = Array.from({ length: n + 1 }, () => []);
const missing = new Int32Array(n + 1);
for (let i = 2; i < data.length; i += 2) {
  later[data[i]].push(data[i + 1]);
  missing[data[i + 1]]++;
}
const order = [];
for (let lesson = 1; lesson <= n; lesson++) {
  if (missing[lesson] === 0) order.push(lesson);
}
for (const lesson of order) {
  for (const other of later[lesson]) {
    if (--missing[other] === 0) order.push(other);
  }
}
console.log(order.join(" "));
