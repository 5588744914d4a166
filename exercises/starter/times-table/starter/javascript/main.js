const [n, k] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print k lines such as: 7 x 1 = 7
