print(require("sum"))
