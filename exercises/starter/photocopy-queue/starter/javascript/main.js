const [n, k, m, ...pages] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
// Nam is pages[m - 1].
