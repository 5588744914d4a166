const [a, b] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(BigInt);
// Print their sum; BigInt keeps large numbers exact.
