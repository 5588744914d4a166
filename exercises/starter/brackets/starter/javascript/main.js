const line = require("fs").readFileSync(0, "utf8").trim();
// Print 0, or the position of the first wrong bracket, or line.length + 1.
