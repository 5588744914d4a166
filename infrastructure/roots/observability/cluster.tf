# Nodes and pods. Container Insights reports pods and the resources of nodes; without it, only EC2's status checks do.

locals {
  insights      = { namespace = "ContainerInsights", dimensions = { ClusterName = local.cluster.cluster_name } }
  pod_namespace = local.access.namespace
  watched_pods  = toset(["gateway", "user-management", "exercises", "scores", "judge"])
  autoscaling   = concat(local.cluster.application_autoscaling_group_names, local.cluster.judge_autoscaling_group_names)
  insights_alarms = merge(
    {
      nodes-not-ready     = merge(local.insights, { description = "A node is not ready.", severity = "critical", metric = "cluster_failed_node_count", statistic = "Maximum", above = 0 })
      nodes-high-cpu      = merge(local.insights, { description = "CPU use of the nodes is above 85 %.", severity = "warning", metric = "node_cpu_utilization", above = 85 })
      nodes-high-memory   = merge(local.insights, { description = "Memory use of the nodes is above 85 %.", severity = "warning", metric = "node_memory_utilization", above = 85 })
      nodes-high-disk-use = merge(local.insights, { description = "Disk use of a node is above 85 %.", severity = "critical", metric = "node_filesystem_utilization", statistic = "Maximum", above = 85 })
      pods-high-memory    = merge(local.insights, { description = "A pod uses more than 90 % of its memory limit.", severity = "warning", metric = "pod_memory_utilization_over_pod_limit", statistic = "Maximum", above = 90 })
    },
    { for pod in local.watched_pods : "pod-restarts-${pod}" => {
      description = "Containers of ${pod} restart repeatedly."
      severity    = "warning"
      namespace   = "ContainerInsights"
      metric      = "pod_number_of_container_restarts"
      dimensions  = { ClusterName = local.cluster.cluster_name, Namespace = local.pod_namespace, PodName = pod }
      statistic   = "Maximum"
      above       = 3
      periods     = 2
    } },
  )

  instance_alarms = { for index, group in local.autoscaling : "instance-status-${index + 1}" => {
    description = "An instance of ${group} fails its status checks."
    severity    = "warning"
    namespace   = "AWS/EC2"
    metric      = "StatusCheckFailed"
    dimensions  = { AutoScalingGroupName = group }
    statistic   = "Maximum"
    above       = 0
  } }

  cluster_alarms = merge(local.instance_alarms, { for name, alarm in local.insights_alarms : name => alarm if local.cluster.container_insights })
}
