nat_per_zone            = false
endpoints_in_every_zone = false
flow_log_retention_days = 30
