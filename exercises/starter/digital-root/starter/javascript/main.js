const n = require("fs").readFileSync(0, "utf8").trim();
// n is a text: its digits are n[0], n[1], and so on.
