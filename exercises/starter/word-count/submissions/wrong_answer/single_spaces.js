// Where two spaces meet, it counts an empty word.
const words = require("fs").readFileSync(0, "utf8").trim().split(/[ \n]/);
const times = new Map();
for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
const [best] = [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
console.log(words.length);
console.log(best[0], best[1]);
