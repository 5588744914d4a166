// Of all lessons that can come next it takes the one that was found last.
const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
const later = Array.from({ length: n + 1 }, () => []);
const missing = new Int32Array(n + 1);
for (let i = 2; i < data.length; i += 2) {
  later[data[i]].push(data[i + 1]);
  missing[data[i + 1]]++;
}
const possible = [];
for (let lesson = 1; lesson <= n; lesson++) {
  if (missing[lesson] === 0) possible.push(lesson);
}
const order = [];
while (possible.length > 0) {
  const lesson = possible.pop();
  order.push(lesson);
  for (const other of later[lesson]) {
    if (--missing[other] === 0) possible.push(other);
  }
}
console.log(order.length === n ? order.join("\n") : "IMPOSSIBLE");
