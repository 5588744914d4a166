mock_provider "aws" {
  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      arn = "arn:aws:cloudfront::123456789012:distribution/E1"
    }
  }
  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:123456789012:delivery-destination:touchstone-test-requests"
    }
  }
}

variables {
  name               = "touchstone-test"
  domain_name        = "touchstone.example"
  certificate_arn    = "arn:aws:acm:us-east-1:123456789012:certificate/1"
  web_acl_arn        = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/touchstone-test-cloudfront/1"
  assets_domain_name = "touchstone-test-assets.s3.us-east-1.amazonaws.com"
  log_bucket_arn     = "arn:aws:s3:::touchstone-test-logs"
}

run "without_a_load_balancer_the_bucket_serves_everything" {
  command = apply

  assert {
    condition     = toset([for origin in aws_cloudfront_distribution.this.origin : origin.origin_id]) == toset(["assets"]) && aws_cloudfront_distribution.this.default_root_object == "index.html"
    error_message = "The bucket is the only origin."
  }
  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].allowed_methods == toset(["GET", "HEAD"])
    error_message = "Static files must be read-only."
  }
  assert {
    condition     = aws_cloudfront_origin_access_control.assets.signing_behavior == "always" && one(aws_cloudfront_distribution.this.origin).origin_access_control_id == aws_cloudfront_origin_access_control.assets.id
    error_message = "CloudFront must sign its requests to the bucket."
  }
  assert {
    condition     = aws_cloudfront_distribution.this.viewer_certificate[0].minimum_protocol_version == "TLSv1.2_2021" && aws_cloudfront_distribution.this.default_cache_behavior[0].viewer_protocol_policy == "redirect-to-https"
    error_message = "TLS 1.2 must be the minimum."
  }
  assert {
    condition     = aws_cloudfront_distribution.this.web_acl_id == var.web_acl_arn
    error_message = "The distribution must have the web ACL."
  }
  assert {
    condition     = aws_cloudwatch_log_delivery_source.this.log_type == "ACCESS_LOGS" && startswith(aws_cloudwatch_log_delivery_destination.this.delivery_destination_configuration[0].destination_resource_arn, var.log_bucket_arn)
    error_message = "Requests are logged to the bucket."
  }
}

run "with_a_load_balancer_all_but_static_files_goes_there_uncached" {
  command = plan

  variables {
    origin_domain_name = "origin.touchstone.example"
  }

  assert {
    condition     = aws_cloudfront_distribution.this.default_cache_behavior[0].target_origin_id == "platform" && aws_cloudfront_distribution.this.default_cache_behavior[0].cache_policy_id == "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
    error_message = "Responses of the platform must never be cached: they belong to one user."
  }
  assert {
    condition     = contains(aws_cloudfront_distribution.this.default_cache_behavior[0].allowed_methods, "POST")
    error_message = "All methods must be allowed."
  }
  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : origin.custom_origin_config[0].origin_protocol_policy if origin.origin_id == "platform"]) == "https-only"
    error_message = "Requests to the load balancer must use TLS."
  }
  assert {
    condition     = [for behavior in aws_cloudfront_distribution.this.ordered_cache_behavior : "${behavior.path_pattern} ${behavior.target_origin_id}"] == ["/assets/* assets"]
    error_message = "Static files come from the bucket."
  }
}

run "an_internal_load_balancer_is_reached_through_a_vpc_origin" {
  command = apply

  variables {
    origin_domain_name        = "internal-k8s-touchstone.us-east-1.elb.amazonaws.com"
    private_load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/k8s-touchstone/1"
  }

  assert {
    condition     = aws_cloudfront_vpc_origin.platform[0].vpc_origin_endpoint_config[0].arn == var.private_load_balancer_arn && aws_cloudfront_vpc_origin.platform[0].vpc_origin_endpoint_config[0].origin_protocol_policy == "https-only"
    error_message = "CloudFront must reach the load balancer inside the VPC, over TLS."
  }
  assert {
    condition     = one([for origin in aws_cloudfront_distribution.this.origin : one(origin.vpc_origin_config).vpc_origin_id if origin.origin_id == "platform"]) == aws_cloudfront_vpc_origin.platform[0].id && alltrue([for origin in aws_cloudfront_distribution.this.origin : length(origin.custom_origin_config) == 0])
    error_message = "There must be no way over the internet."
  }
}

run "a_private_load_balancer_without_a_name_is_refused" {
  command = plan

  variables {
    private_load_balancer_arn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/k8s-touchstone/1"
  }

  expect_failures = [var.private_load_balancer_arn]
}

run "values_that_cloudfront_rejects_are_refused" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1"
    price_class     = "PriceClass_1"
  }

  expect_failures = [var.certificate_arn, var.price_class]
}
