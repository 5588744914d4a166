const [n, ...prices] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the greatest number of fruits.
