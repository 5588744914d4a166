source("sum.R")
cat(total, "\n")
