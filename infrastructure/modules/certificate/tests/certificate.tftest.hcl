mock_provider "aws" {
  mock_resource "aws_acm_certificate" {
    defaults = {
      arn = "arn:aws:acm:us-east-1:123456789012:certificate/1"
      domain_validation_options = [
        {
          domain_name           = "touchstone.example"
          resource_record_name  = "_1.touchstone.example"
          resource_record_type  = "CNAME"
          resource_record_value = "_1.acm-validations.aws"
        },
        {
          domain_name           = "origin.touchstone.example"
          resource_record_name  = "_2.origin.touchstone.example"
          resource_record_type  = "CNAME"
          resource_record_value = "_2.acm-validations.aws"
        },
      ]
    }
  }
}

variables {
  domain_name               = "touchstone.example"
  subject_alternative_names = ["origin.touchstone.example"]
  zone_id                   = "Z1"
}

run "each_name_is_validated_by_its_record" {
  command = apply

  assert {
    condition     = { for name, record in aws_route53_record.proof : name => record.name } == { "touchstone.example" = "_1.touchstone.example", "origin.touchstone.example" = "_2.origin.touchstone.example" }
    error_message = "Each name must have a validation record."
  }
  assert {
    condition     = aws_acm_certificate.this.validation_method == "DNS" && length(aws_acm_certificate_validation.this.validation_record_fqdns) == 2
    error_message = "The output must wait for the validation of both."
  }
}

run "a_wildcard_is_refused" {
  command = plan

  variables {
    domain_name = "*.touchstone.example"
  }

  expect_failures = [var.domain_name]
}
