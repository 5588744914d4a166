// Takes each step of the first dance as soon as the second one has it.
const [a, b] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
let from = 0;
let steps = 0;
for (const step of a) {
  const found = b.indexOf(step, from);
  if (found >= 0) {
    steps++;
    from = found + 1;
  }
}
console.log(steps);
