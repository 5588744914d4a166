depth <- function(n) if (n == 0) 0 else 1 + depth(n - 1)
stopifnot(depth(40000) == 40000)
lines <- readLines(file("stdin"))
cat(sum(as.integer(strsplit(lines[2], " ")[[1]])), "\n")
