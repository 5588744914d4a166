output "principal_arns" {
  description = "Who has an entry, by its name."
  value       = { for name, entry in aws_eks_access_entry.this : name => entry.principal_arn }
}
