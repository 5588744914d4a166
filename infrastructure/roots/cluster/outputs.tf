output "handover" {
  description = "What the other roots and the charts read: cluster, roles of controllers, repositories."
  value       = local.handover
}

output "kubeconfig_command" {
  description = "What makes kubectl talk to the cluster."
  value       = "aws eks update-kubeconfig --region ${var.region} --name ${module.cluster.name}"
}
