# Dev can be created again: no protection, standby or copies.
deletion_protection  = false
deletion_window_days = 7
copies               = false
database_class       = "db.t3.micro"
database_storage     = { initial = 20, maximum = 50 }
database_multi_az    = false
database_replica     = false
cache_node_type      = "cache.t4g.micro"
cache_nodes          = 1
dump_retention_days  = 14
log_retention_days   = 14
