const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const [n, m] = data;
for (let i = 2; i < data.length; i += 2) {
  const a = data[i];
  const b = data[i + 1];
  // a and b are friends.
}
// Print the number of groups and the size of the largest one.
