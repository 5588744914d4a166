const [m, y] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const leap = y % 400 === 0 || (y % 4 === 0 && y % 100 !== 0);
const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
console.log(days[m - 1]);
