output "versions" {
  description = "Add-on to its version."
  value       = { for name, addon in aws_eks_addon.this : name => addon.addon_version }
}

output "settings" {
  description = "Add-on to its configuration (JSON) and the role that its pods take through IRSA."
  value = { for name, addon in aws_eks_addon.this : name => {
    configuration = addon.configuration_values
    irsa_role_arn = addon.service_account_role_arn
  } }
}

output "cluster_name" {
  description = "Name of the cluster, known once the add-ons are installed: what needs them, takes it from here."
  value       = var.cluster_name

  depends_on = [aws_eks_addon.this]
}
