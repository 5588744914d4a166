# The AWS Load Balancer Controller creates the load balancer for an Ingress; this root finds it by the controller's tag.
# The first apply creates what the Ingress needs (certificate, web ACL); a second one, once the load balancer exists,
# points CloudFront and DNS to it.

data "aws_lbs" "platform" {
  tags = merge({ "elbv2.k8s.aws/cluster" = local.cluster.cluster_name }, var.load_balancer_tags)
}

data "aws_lb" "platform" {
  for_each = data.aws_lbs.platform.arns

  arn = each.key
}

locals {
  load_balancers = values(data.aws_lb.platform)
  primary        = [for balancer in local.load_balancers : { domain_name = balancer.dns_name, zone_id = balancer.zone_id }]
}

check "one_load_balancer" {
  assert {
    condition     = length(local.load_balancers) <= 1
    error_message = "Several load balancers have these tags and the first is used: narrow load_balancer_tags."
  }
}
