// attack: starts programs without end; expect: RTE TLE MLE
const { spawn } = require("node:child_process");
for (let i = 0; i < 500; i++) {
  spawn("/bin/sleep", ["100"]).on("error", () => process.exit(1));
}
setInterval(() => {}, 1000);
