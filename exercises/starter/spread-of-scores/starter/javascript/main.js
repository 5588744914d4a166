const [n, ...scores] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Print the mean and the standard deviation.
