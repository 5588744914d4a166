deletion_protection  = false
deletion_window_days = 7
copies               = false
database_class       = "db.t4g.small"
database_storage     = { initial = 20, maximum = 100 }
database_multi_az    = false
database_replica     = false
cache_node_type      = "cache.t4g.micro"
cache_nodes          = 1
dump_retention_days  = 30
log_retention_days   = 30
