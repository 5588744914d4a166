output "versions" {
  description = "Version of each add-on."
  value       = { for name, addon in aws_eks_addon.this : name => addon.addon_version }
}

output "settings" {
  description = "Configuration (JSON) and IRSA role of each add-on."
  value = { for name, addon in aws_eks_addon.this : name => {
    configuration = addon.configuration_values
    irsa_role_arn = addon.service_account_role_arn
  } }
}

output "cluster_name" {
  description = "Name of the cluster, known once the add-ons are installed. Resources that need the add-ons use this output."
  value       = var.cluster_name

  depends_on = [aws_eks_addon.this]
}
