const sum = require("./sum.js");

console.log(sum);
