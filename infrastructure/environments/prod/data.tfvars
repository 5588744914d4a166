deletion_protection = true
copies              = true
database_class      = "db.m6g.large"
database_storage    = { initial = 100, maximum = 500 }
database_multi_az   = true
database_replica    = true
cache_node_type     = "cache.t4g.small"
cache_nodes         = 2
dump_retention_days = 365
log_retention_days  = 365
