const [n, ...scores] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const mean = scores.reduce((sum, score) => sum + score, 0) / n;
const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
console.log(mean, Math.sqrt(squares / n));
