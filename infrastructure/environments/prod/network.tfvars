nat_per_zone            = true
endpoints_in_every_zone = true
flow_log_retention_days = 365
