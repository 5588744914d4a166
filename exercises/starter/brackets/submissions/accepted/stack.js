const line = require("fs").readFileSync(0, "utf8").trim();
const pairs = { ")": "(", "]": "[", "}": "{" };

function firstWrong() {
  const stack = [];
  for (let i = 0; i < line.length; i++) {
    const wanted = pairs[line[i]];
    if (wanted === undefined) stack.push(line[i]);
    else if (stack.pop() !== wanted) return i + 1;
  }
  return stack.length === 0 ? 0 : line.length + 1;
}

console.log(firstWrong());
