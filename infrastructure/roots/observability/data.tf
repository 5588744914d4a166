# Database and cache.

locals {
  rds = { namespace = "AWS/RDS", dimensions = { DBInstanceIdentifier = local.data.database_identifier } }

  database_alarms = merge(
    {
      database-busy        = merge(local.rds, { description = "The database's processor is busy.", severity = "warning", metric = "CPUUtilization", above = 80 })
      database-disk-full   = merge(local.rds, { description = "Less than ${var.database_limits.free_storage_gib} GiB are free, and the volume has grown as far as it may.", severity = "critical", metric = "FreeStorageSpace", statistic = "Minimum", below = var.database_limits.free_storage_gib * 1073741824 })
      database-out-of-ram  = merge(local.rds, { description = "Less than ${var.database_limits.free_memory_mib} MiB of memory are free.", severity = "warning", metric = "FreeableMemory", below = var.database_limits.free_memory_mib * 1048576 })
      database-connections = merge(local.rds, { description = "Connections are nearly used up; services wait for one.", severity = "critical", metric = "DatabaseConnections", statistic = "Maximum", above = var.database_limits.connections })
      database-slow-reads  = merge(local.rds, { description = "Reads of the volume take longer than 50 ms.", severity = "warning", metric = "ReadLatency", above = 0.05 })
      database-slow-writes = merge(local.rds, { description = "Writes of the volume take longer than 50 ms.", severity = "warning", metric = "WriteLatency", above = 0.05 })
    },
    { for name, alarm in {
      database-replica-lag = { description = "The read replica is a minute behind.", severity = "warning", namespace = "AWS/RDS", metric = "ReplicaLag", dimensions = { DBInstanceIdentifier = local.data.replica_identifier }, above = 60 }
    } : name => alarm if local.data.replica_identifier != null },
  )

  cache_alarms = merge([for member in local.data.cache_member_ids : {
    for name, alarm in {
      busy       = { description = "The cache's processor is busy.", metric = "EngineCPUUtilization", above = 80 }
      full       = { description = "The cache's memory is nearly full.", metric = "DatabaseMemoryUsagePercentage", above = 90 }
      evictions  = { description = "The cache forgets what it should keep.", metric = "Evictions", statistic = "Sum", above = 1000 }
      no-clients = { description = "Nobody is connected with the cache.", metric = "CurrConnections", below = 1 }
    } : "cache-${name}-${member}" => merge({ severity = "warning", namespace = "AWS/ElastiCache", dimensions = { CacheClusterId = member } }, alarm)
  }]...)
}
