output "arn" {
  description = "ARN of the role; with IRSA it goes into the service account's annotation."
  value       = aws_iam_role.this.arn
}

output "name" {
  description = "Name of the role."
  value       = aws_iam_role.this.name
}

output "cluster_name" {
  description = "Name of the cluster, known once pods can assume the role. Resources that need this use this output."
  value       = var.cluster_name

  depends_on = [
    aws_eks_pod_identity_association.this,
    aws_iam_role_policy.this,
    aws_iam_role_policy_attachment.this,
  ]
}
