// attack: asks the metadata service and resolves a name; expect: AC
const dns = require("node:dns");
fetch("http://169.254.169.254/latest/meta-data/").then(() => console.log("BREACH: fetch"), () => {})
  .then(() => dns.lookup("example.com", (error) => console.log(error ? "safe" : "BREACH: name")));
