const [n, k] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const lines = [];
for (let i = 1; i <= k; i++) {
  lines.push(`${n} x ${i} = ${n * i}`);
}
console.log(lines.join("\n"));
