// Every table ends at ten, this one thinks.
const [n] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
for (let i = 1; i <= 10; i++) {
  console.log(`${n} x ${i} = ${n * i}`);
}
