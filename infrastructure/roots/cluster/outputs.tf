output "handover" {
  description = "Values for the other roots and charts: cluster, roles of controllers, repositories."
  value       = local.handover
}

output "kubeconfig_command" {
  description = "Command that configures kubectl for the cluster."
  value       = "aws eks update-kubeconfig --region ${var.region} --name ${module.cluster.name}"
}
