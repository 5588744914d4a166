const [n, w, ...data] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
for (let i = 0; i < data.length; i += 2) {
  const cost = data[i];
  const joy = data[i + 1];
}
// Print the greatest sum of joy for at most w.
