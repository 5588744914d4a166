// attack: waits for what never comes; expect: TLE
setInterval(() => {}, 1000);
