output "role_arn" {
  description = "ARN of the controller's role."
  value       = module.role.arn
}

output "helm_values" {
  description = "Values for the chart aws-load-balancer-controller."
  value = {
    clusterName = var.cluster_name
    region      = data.aws_region.current.id
    vpcId       = var.vpc_id
    serviceAccount = {
      name        = var.service_account
      annotations = var.irsa == null ? {} : { "eks.amazonaws.com/role-arn" = module.role.arn }
    }
  }
}
