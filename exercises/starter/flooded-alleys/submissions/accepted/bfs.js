const [rows, columns, ...town] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/);
// A border of water saves asking whether a cell lies on the map.
const width = Number(columns) + 1;
const cells = "#".repeat(width) + town.join("#") + "#".repeat(width + 1);

function steps() {
  const distance = new Int32Array(cells.length).fill(-1);
  const queue = [cells.indexOf("H")];
  distance[queue[0]] = 0;
  for (let head = 0; head < queue.length; head++) {
    const cell = queue[head];
    if (cells[cell] === "S") return distance[cell];
    for (const other of [cell - 1, cell + 1, cell - width, cell + width]) {
      if (cells[other] !== "#" && distance[other] < 0) {
        distance[other] = distance[cell] + 1;
        queue.push(other);
      }
    }
  }
  return -1;
}

console.log(steps());
