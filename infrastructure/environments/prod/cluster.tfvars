# Placeholder: use your own.
administrators     = ["role/platform-administrator"]
log_retention_days = 365

application_nodes = {
  instance_types = ["m6i.large"]
  size           = { min = 3, max = 9, initial = 3 }
}

# One type, so that a program takes the same time on every judge.
judge_nodes = {
  instance_types = ["c6i.xlarge"]
  size           = { min = 2, max = 10, initial = 2 }
}
