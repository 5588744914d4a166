const fs = require("fs");
for (;;) fs.writeSync(1, "touchstone\n".repeat(1000));
