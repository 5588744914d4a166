output "handover" {
  description = "Values for the other roots and charts: cluster, roles of controllers, repositories."
  value       = local.handover
}

output "addon_versions" {
  description = "Installed versions of the add-ons, for the variable of the same name."
  value       = local.addon_versions
}

output "kubeconfig_command" {
  description = "Command that configures kubectl for the cluster."
  value       = "aws eks update-kubeconfig --region ${var.region} --name ${module.cluster.name}"
}
