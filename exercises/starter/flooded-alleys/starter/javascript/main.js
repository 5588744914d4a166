const [rows, columns, ...town] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
// town[row][column] is ".", "#", "H" or "S". Print the least number of steps.
