# Database and cache.

locals {
  rds = { namespace = "AWS/RDS", dimensions = { DBInstanceIdentifier = local.data.database_identifier } }

  database_alarms = merge(
    {
      database-high-cpu    = merge(local.rds, { description = "CPU use of the database is above 80 %.", severity = "warning", metric = "CPUUtilization", above = 80 })
      database-low-storage = merge(local.rds, { description = "Less than ${var.database_limits.free_storage_gib} GiB of storage are free, and the volume has reached its maximum size.", severity = "critical", metric = "FreeStorageSpace", statistic = "Minimum", below = var.database_limits.free_storage_gib * 1073741824 })
      database-low-memory  = merge(local.rds, { description = "Less than ${var.database_limits.free_memory_mib} MiB of memory are free.", severity = "warning", metric = "FreeableMemory", below = var.database_limits.free_memory_mib * 1048576 })
      database-connections = merge(local.rds, { description = "Nearly all database connections are in use.", severity = "critical", metric = "DatabaseConnections", statistic = "Maximum", above = var.database_limits.connections })
      database-slow-reads  = merge(local.rds, { description = "Disk reads take longer than 50 ms.", severity = "warning", metric = "ReadLatency", above = 0.05 })
      database-slow-writes = merge(local.rds, { description = "Disk writes take longer than 50 ms.", severity = "warning", metric = "WriteLatency", above = 0.05 })
    },
    { for name, alarm in {
      database-replica-lag = { description = "The read replica is a minute behind.", severity = "warning", namespace = "AWS/RDS", metric = "ReplicaLag", dimensions = { DBInstanceIdentifier = local.data.replica_identifier }, above = 60 }
    } : name => alarm if local.data.replica_identifier != null },
  )

  cache_alarms = merge([for member in local.data.cache_member_ids : {
    for name, alarm in {
      high-cpu    = { description = "CPU use of the cache is above 80 %.", metric = "EngineCPUUtilization", above = 80 }
      high-memory = { description = "Memory use of the cache is above 90 %.", metric = "DatabaseMemoryUsagePercentage", above = 90 }
      evictions   = { description = "The cache evicts entries because its memory is full.", metric = "Evictions", statistic = "Sum", above = 1000 }
      no-clients  = { description = "No client is connected to the cache.", metric = "CurrConnections", below = 1 }
    } : "cache-${name}-${member}" => merge({ severity = "warning", namespace = "AWS/ElastiCache", dimensions = { CacheClusterId = member } }, alarm)
  }]...)
}
