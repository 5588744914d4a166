const [n, w, ...data] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const best = new Float64Array(w + 1);
for (let i = 0; i < data.length; i += 2) {
  const cost = data[i];
  const joy = data[i + 1];
  for (let money = w; money >= cost; money--) {
    best[money] = Math.max(best[money], best[money - cost] + joy);
  }
}
console.log(best[w]);
