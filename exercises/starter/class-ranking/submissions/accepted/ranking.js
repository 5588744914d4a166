const [first, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const students = lines.map((line) => {
  const [name, points] = line.split(" ");
  return { name, points: Number(points) };
});
students.sort((a, b) => b.points - a.points || (a.name < b.name ? -1 : 1));
let rank = 1;
const out = students.map(({ name, points }, i) => {
  if (i > 0 && points !== students[i - 1].points) rank = i + 1;
  return `${rank} ${name} ${points}`;
});
console.log(out.join("\n"));
