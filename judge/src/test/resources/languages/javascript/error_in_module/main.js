import fs from "node:fs";

console.log(321;
