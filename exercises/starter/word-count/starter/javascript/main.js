const words = require("fs").readFileSync(0, "utf8").split(/\s+/).filter((word) => word !== "");
// Print the number of words, then the most frequent one and how often it occurs.
