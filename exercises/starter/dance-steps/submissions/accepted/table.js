const [a, b] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
let previous = new Int32Array(b.length + 1);
for (const step of a) {
  const current = new Int32Array(b.length + 1);
  for (let j = 0; j < b.length; j++) {
    current[j + 1] = step === b[j] ? previous[j] + 1 : Math.max(previous[j + 1], current[j]);
  }
  previous = current;
}
console.log(previous[b.length]);
