let n = require("fs").readFileSync(0, "utf8").trim();
let steps = 0;
while (n.length > 1) {
  let sum = 0;
  for (const digit of n) sum += Number(digit);
  n = String(sum);
  steps++;
}
console.log(n, steps);
