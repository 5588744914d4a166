const [n, k, ...strips] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the greatest length of a stick.
