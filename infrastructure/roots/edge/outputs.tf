output "handover" {
  description = "Values for the other roots and charts: certificate, web ACL, distribution, health checks."
  value       = local.handover
}

output "name_servers" {
  description = "Name servers to which to delegate the domain; empty if the zone existed before."
  value       = flatten(aws_route53_zone.this[*].name_servers)
}

output "ingress_annotations" {
  description = "Annotations that the Ingress needs: security group, certificate, web ACL and log bucket of its load balancer."
  value = {
    "alb.ingress.kubernetes.io/scheme" = var.private_origin ? "internal" : "internet-facing"
    # Directly to the pods, whose ports are open only to this security group.
    "alb.ingress.kubernetes.io/target-type"              = "ip"
    "alb.ingress.kubernetes.io/security-groups"          = local.network.security_group_ids.alb
    "alb.ingress.kubernetes.io/certificate-arn"          = module.certificate.arn
    "alb.ingress.kubernetes.io/wafv2-acl-arn"            = module.web_acl.arn
    "alb.ingress.kubernetes.io/load-balancer-attributes" = "access_logs.s3.enabled=true,access_logs.s3.bucket=${module.logs.name},access_logs.s3.prefix=load-balancer"
  }
}
