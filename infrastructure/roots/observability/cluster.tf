# Nodes and pods. Container Insights reports pods and what nodes are made of; without it, EC2 tells which nodes fail.

locals {
  insights      = { namespace = "ContainerInsights", dimensions = { ClusterName = local.cluster.cluster_name } }
  pod_namespace = local.access.namespace
  watched_pods  = toset(["gateway", "user-management", "exercises", "scores", "judge"])
  autoscaling   = concat(local.cluster.application_autoscaling_group_names, local.cluster.judge_autoscaling_group_names)
  insights_alarms = merge(
    {
      nodes-failed     = merge(local.insights, { description = "A node is not ready.", severity = "critical", metric = "cluster_failed_node_count", statistic = "Maximum", above = 0 })
      nodes-busy       = merge(local.insights, { description = "The nodes' processors are busy.", severity = "warning", metric = "node_cpu_utilization", above = 85 })
      nodes-out-of-ram = merge(local.insights, { description = "The nodes' memory is nearly full.", severity = "warning", metric = "node_memory_utilization", above = 85 })
      nodes-disk-full  = merge(local.insights, { description = "The nodes' disks are nearly full.", severity = "critical", metric = "node_filesystem_utilization", statistic = "Maximum", above = 85 })
      pods-out-of-ram  = merge(local.insights, { description = "Pods are close to their limit of memory.", severity = "warning", metric = "pod_memory_utilization_over_pod_limit", statistic = "Maximum", above = 90 })
    },
    { for pod in local.watched_pods : "restarts-of-${pod}" => {
      description = "Containers of ${pod} start again and again."
      severity    = "warning"
      namespace   = "ContainerInsights"
      metric      = "pod_number_of_container_restarts"
      dimensions  = { ClusterName = local.cluster.cluster_name, Namespace = local.pod_namespace, PodName = pod }
      statistic   = "Maximum"
      above       = 3
      periods     = 2
    } },
  )

  machine_alarms = { for index, group in local.autoscaling : "machines-of-group-${index + 1}" => {
    description = "A machine of ${group} fails its checks."
    severity    = "warning"
    namespace   = "AWS/EC2"
    metric      = "StatusCheckFailed"
    dimensions  = { AutoScalingGroupName = group }
    statistic   = "Maximum"
    above       = 0
  } }

  cluster_alarms = merge(local.machine_alarms, { for name, alarm in local.insights_alarms : name => alarm if local.cluster.container_insights })
}
