const data = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const n = data[0];
const parent = Int32Array.from({ length: n + 1 }, (_, i) => i);
const size = new Int32Array(n + 1).fill(1);

function leader(student) {
  while (parent[student] !== student) {
    parent[student] = parent[parent[student]];
    student = parent[student];
  }
  return student;
}

let groups = n;
let largest = 1;
for (let i = 2; i < data.length; i += 2) {
  let a = leader(data[i]);
  let b = leader(data[i + 1]);
  if (a === b) continue;
  if (size[a] < size[b]) [a, b] = [b, a];
  parent[b] = a;
  size[a] += size[b];
  largest = Math.max(largest, size[a]);
  groups--;
}
console.log(groups, largest);
