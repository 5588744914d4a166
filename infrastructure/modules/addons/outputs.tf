output "versions" {
  description = "Add-on to its version."
  value       = { for name, addon in aws_eks_addon.this : name => addon.addon_version }
}
