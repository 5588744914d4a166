const [n, s, ...amounts] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the greatest number of consecutive days that cost at most s.
