total <- function(values) sum(values)
