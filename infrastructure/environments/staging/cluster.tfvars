# Placeholder: use your own.
administrators     = ["role/platform-administrator"]
log_retention_days = 30

application_nodes = {
  instance_types = ["t3.large"]
  size           = { min = 2, max = 4, initial = 2 }
}

judge_nodes = {
  instance_types = ["c6i.large"]
  size           = { min = 1, max = 3, initial = 1 }
}
