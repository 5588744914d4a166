const [m, y] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the number of days of month m in year y.
