cat("missing bracket"
