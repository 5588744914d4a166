total <- (3
