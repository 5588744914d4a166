output "cluster_name" {
  description = "Name of the cluster, known once the nodes exist. Resources that need the nodes use this output."
  value       = var.cluster_name

  depends_on = [aws_eks_node_group.this]
}

output "role_arn" {
  description = "ARN of the nodes' role."
  value       = aws_iam_role.this.arn
}

output "autoscaling_group_names" {
  description = "Auto Scaling groups that hold the nodes."
  value       = flatten([for resource in aws_eks_node_group.this.resources : [for group in resource.autoscaling_groups : group.name]])
}
