const [first, ...lines] = require("fs").readFileSync(0, "utf8").trim().split("\n");
const students = lines.map((line) => {
  const [name, points] = line.split(" ");
  return { name, points: Number(points) };
});
// Print rank, name and points of each student, the best one first.
