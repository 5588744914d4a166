// Without a queue: Nam's last turn is in round r; count what each student copies up to then.
const [n, k, m, ...pages] = require("fs").readFileSync(0, "utf8").trim().split(/\s+/).map(Number);
const rounds = Math.ceil(pages[m - 1] / k);
let made = 0;
pages.forEach((needed, i) => {
  const turns = i < m ? rounds : rounds - 1;
  made += Math.min(needed, turns * k);
});
console.log(made);
