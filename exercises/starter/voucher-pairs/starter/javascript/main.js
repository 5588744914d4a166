const [n, s, ...prices] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the number of pairs of articles that cost exactly s together.
