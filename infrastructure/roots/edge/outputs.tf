output "handover" {
  description = "What the other roots and the charts read: certificate, web ACL, distribution, health checks."
  value       = local.handover
}

output "name_servers" {
  description = "Name servers to which the domain must be delegated, empty where the zone was there."
  value       = flatten(aws_route53_zone.this[*].name_servers)
}

output "ingress_annotations" {
  description = "Annotations of the Ingress by which its load balancer takes security group, certificate, web ACL and log bucket from here."
  value = {
    "alb.ingress.kubernetes.io/scheme" = "internet-facing"
    # Straight to the pods, whose ports are open to this group alone.
    "alb.ingress.kubernetes.io/target-type"              = "ip"
    "alb.ingress.kubernetes.io/security-groups"          = local.network.security_group_ids.alb
    "alb.ingress.kubernetes.io/certificate-arn"          = module.certificate.arn
    "alb.ingress.kubernetes.io/wafv2-acl-arn"            = module.web_acl.arn
    "alb.ingress.kubernetes.io/load-balancer-attributes" = "access_logs.s3.enabled=true,access_logs.s3.bucket=${module.logs.name},access_logs.s3.prefix=load-balancer"
  }
}
