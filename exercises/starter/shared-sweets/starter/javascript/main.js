const [n, k, ...boxes] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the number of ways to choose neighbouring boxes.
