const top = 1000000;
const composite = new Uint8Array(top + 1);
const primesUpTo = new Int32Array(top + 1);
for (let number = 2; number <= top; number++) {
  primesUpTo[number] = primesUpTo[number - 1] + (composite[number] ? 0 : 1);
  if (composite[number]) continue;
  for (let other = number * number; other <= top; other += number) composite[other] = 1;
}
const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const out = [];
for (let i = 1; i < data.length; i += 2) {
  out.push(primesUpTo[data[i + 1]] - primesUpTo[data[i] - 1]);
}
console.log(out.join("\n"));
