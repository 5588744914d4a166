# One page: health, use and load of the environment.

locals {
  graphs = concat(
    local.platform_graphs,
    [for graph in [
      { title = "Nodes (%)", stat = "Average", metrics = [for metric in ["node_cpu_utilization", "node_memory_utilization", "node_filesystem_utilization"] : ["ContainerInsights", metric, "ClusterName", local.cluster.cluster_name]] },
      { title = "Pods that run", stat = "Average", metrics = [["ContainerInsights", "cluster_number_of_running_pods", "ClusterName", local.cluster.cluster_name]] },
    ] : graph if local.cluster.container_insights],
    [for graph in [
      { title = "Load balancer: requests", stat = "Sum", metrics = [for metric in ["RequestCount", "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count"] : ["AWS/ApplicationELB", metric, "LoadBalancer", local.edge.load_balancer]] },
      { title = "Load balancer: response time (s, p99)", stat = "p99", metrics = [["AWS/ApplicationELB", "TargetResponseTime", "LoadBalancer", local.edge.load_balancer]] },
    ] : graph if local.has_load_balancer],
    [
      { title = "Database: processor (%) and connections", stat = "Average", metrics = [for metric in ["CPUUtilization", "DatabaseConnections"] : ["AWS/RDS", metric, "DBInstanceIdentifier", local.data.database_identifier]] },
      { title = "Database: free storage", stat = "Minimum", metrics = [["AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", local.data.database_identifier]] },
      { title = "Cache: memory (%)", stat = "Average", metrics = [for member in local.data.cache_member_ids : ["AWS/ElastiCache", "DatabaseMemoryUsagePercentage", "CacheClusterId", member]] },
      { title = "Cache: hits and misses", stat = "Sum", metrics = flatten([for member in local.data.cache_member_ids : [for metric in ["CacheHits", "CacheMisses"] : { line = ["AWS/ElastiCache", metric, "CacheClusterId", member] }]])[*].line },
    ],
  )

  # Two graphs in a row, below the list of alarms.
  widgets = concat(
    [{ type = "alarm", x = 0, y = 0, width = 24, height = 4, properties = { title = "Alarms", alarms = values(module.alarms.arns) } }],
    [for index, graph in local.graphs : {
      type       = "metric", x = 12 * (index % 2), y = 4 + 6 * floor(index / 2), width = 12, height = 6
      properties = { title = graph.title, region = var.region, view = "timeSeries", period = 300, stat = graph.stat, metrics = graph.metrics }
    }],
    [for widget in [{
      type = "log", x = 0, y = 4 + 6 * ceil(length(local.graphs) / 2), width = 24, height = 6
      properties = {
        title = "Latest errors", region = var.region, view = "table"
        query = "SOURCE '${local.cluster.application_log_group_name}' | fields @timestamp, log_processed.logger_name, log_processed.message | filter log_processed.level = 'ERROR' | sort @timestamp desc | limit 20"
      }
    }] : widget if local.has_logs],
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.name
  # Encoded one by one: widgets of different kinds have different types.
  dashboard_body = "{\"widgets\":[${join(",", [for widget in local.widgets : jsonencode(widget)])}]}"
}
