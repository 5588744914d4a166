# The load balancer is made in the cluster, by the AWS Load Balancer Controller for an Ingress, and is found by the
# tag that the controller gives it. Before it stands, this root gives what the Ingress needs (certificate, web ACL);
# applied again after, it leads CloudFront and DNS to it.

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
    error_message = "Several load balancers carry these tags: narrow load_balancer_tags; the first is taken."
  }
}
