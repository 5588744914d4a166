# ACM renews the certificate automatically as long as its validation records exist.

resource "aws_acm_certificate" "this" {
  domain_name               = var.domain_name
  subject_alternative_names = var.subject_alternative_names
  validation_method         = "DNS"

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "proof" {
  # The names are known before the certificate is created, the records only afterwards.
  for_each = setunion([var.domain_name], var.subject_alternative_names)

  zone_id = var.zone_id
  name    = local.validation_records[each.key].resource_record_name
  type    = local.validation_records[each.key].resource_record_type
  records = [local.validation_records[each.key].resource_record_value]
  ttl     = 300

  # The validation record of a name is the same in every region.
  allow_overwrite = true
}

locals {
  validation_records = { for proof in aws_acm_certificate.this.domain_validation_options : proof.domain_name => proof }
}

resource "aws_acm_certificate_validation" "this" {
  certificate_arn         = aws_acm_certificate.this.arn
  validation_record_fqdns = [for record in aws_route53_record.proof : record.fqdn]
}
