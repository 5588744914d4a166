const words = require("fs").readFileSync(0, "utf8").split(/\s+/).filter((word) => word !== "");
const times = new Map();
for (const word of words) times.set(word, (times.get(word) ?? 0) + 1);
let best = "";
for (const [word, number] of times) {
  const most = times.get(best) ?? 0;
  if (number > most || (number === most && word < best)) best = word;
}
console.log(words.length);
console.log(best, times.get(best));
