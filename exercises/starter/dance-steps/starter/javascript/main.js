const [a, b] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
// Print the length of the longest common dance.
