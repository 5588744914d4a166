# Placeholder: use your own.
administrators     = ["role/platform-administrator"]
log_retention_days = 14
container_insights = false
kept_builds        = 30

# Spot: dev may lose a node at two minutes' notice.
application_nodes = {
  instance_types = ["t3.large", "t3a.large"]
  capacity       = "SPOT"
  size           = { min = 1, max = 3, initial = 2 }
}

judge_nodes = {
  instance_types = ["c6i.large", "c6a.large"]
  capacity       = "SPOT"
  size           = { min = 0, max = 2, initial = 1 }
}
