output "versions" {
  description = "Add-on to its version."
  value       = { for name, addon in aws_eks_addon.this : name => addon.addon_version }
}

output "cluster_name" {
  description = "Name of the cluster, known once the add-ons are installed: what needs them, takes it from here."
  value       = var.cluster_name

  depends_on = [aws_eks_addon.this]
}
