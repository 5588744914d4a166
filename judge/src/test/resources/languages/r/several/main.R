source("total.R")
lines <- readLines(file("stdin"))
cat(total(as.numeric(strsplit(lines[2], " ")[[1]])), "\n")
