# The platform's name resolves to CloudFront. CloudFront reaches the load balancers by a second name, so that DNS
# failover can switch between them.

resource "aws_route53_record" "platform" {
  for_each = toset(["A", "AAAA"])

  zone_id = var.zone_id
  name    = var.domain_name
  type    = each.key

  alias {
    name                   = var.distribution.domain_name
    zone_id                = var.distribution.zone_id
    evaluate_target_health = false
  }
}

# Only Amazon may issue certificates for the name.
resource "aws_route53_record" "certificate_authorities" {
  zone_id = var.zone_id
  name    = var.domain_name
  type    = "CAA"
  ttl     = 3600
  records = ["0 issue \"amazon.com\"", "0 issuewild \";\""]
}

resource "aws_route53_record" "origin" {
  for_each = var.load_balancers

  zone_id         = var.zone_id
  name            = "origin.${var.domain_name}"
  type            = "A"
  set_identifier  = each.key
  health_check_id = aws_route53_health_check.this[each.key].id

  failover_routing_policy {
    type = upper(each.key)
  }

  alias {
    name                   = each.value.domain_name
    zone_id                = each.value.zone_id
    evaluate_target_health = true
  }
}
