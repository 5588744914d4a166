# One domain for everything: static files come from the bucket and are cached, all else comes from the load balancer
# and is never cached.

locals {
  # Managed policies of AWS, by their fixed ids.
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_viewer        = "216adef6-5c7f-47e4-b989-5492eafa07d3"

  platform = var.origin_domain_name != null

  # Seconds. An event stream may be silent for 15; importing a package may take longer.
  timeout = 60
}

# A way from CloudFront into the private subnets: the load balancer needs no public address, and nobody gets around CloudFront.
resource "aws_cloudfront_vpc_origin" "platform" {
  count = var.private_load_balancer_arn == null ? 0 : 1

  vpc_origin_endpoint_config {
    name                   = var.name
    arn                    = var.private_load_balancer_arn
    http_port              = 80
    https_port             = 443
    origin_protocol_policy = "https-only"

    origin_ssl_protocols {
      items    = ["TLSv1.2"]
      quantity = 1
    }
  }
}

resource "aws_cloudfront_origin_access_control" "assets" {
  name                              = "${var.name}-assets"
  description                       = "CloudFront signs its requests to the bucket, which accepts no others"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

resource "aws_cloudfront_distribution" "this" {
  comment             = var.name
  enabled             = true
  is_ipv6_enabled     = true
  http_version        = "http2and3"
  aliases             = [var.domain_name]
  price_class         = var.price_class
  web_acl_id          = var.web_acl_arn
  default_root_object = local.platform ? null : "index.html"

  origin {
    origin_id                = "assets"
    domain_name              = var.assets_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.assets.id
  }

  dynamic "origin" {
    for_each = local.platform ? [var.origin_domain_name] : []
    content {
      origin_id   = "platform"
      domain_name = origin.value

      dynamic "custom_origin_config" {
        for_each = var.private_load_balancer_arn == null ? [local.timeout] : []
        content {
          http_port                = 80
          https_port               = 443
          origin_protocol_policy   = "https-only"
          origin_ssl_protocols     = ["TLSv1.2"]
          origin_read_timeout      = custom_origin_config.value
          origin_keepalive_timeout = custom_origin_config.value
        }
      }

      dynamic "vpc_origin_config" {
        for_each = aws_cloudfront_vpc_origin.platform
        content {
          vpc_origin_id            = vpc_origin_config.value.id
          origin_read_timeout      = local.timeout
          origin_keepalive_timeout = local.timeout
        }
      }
    }
  }

  default_cache_behavior {
    target_origin_id         = local.platform ? "platform" : "assets"
    viewer_protocol_policy   = "redirect-to-https"
    allowed_methods          = local.platform ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] : ["GET", "HEAD"]
    cached_methods           = ["GET", "HEAD"]
    cache_policy_id          = local.platform ? local.caching_disabled : local.caching_optimized
    origin_request_policy_id = local.platform ? local.all_viewer : null
    # The gateway sets its own headers and compresses responses itself.
    response_headers_policy_id = local.platform ? null : one(aws_cloudfront_response_headers_policy.assets[*].id)
    compress                   = !local.platform
  }

  dynamic "ordered_cache_behavior" {
    for_each = local.platform ? var.assets_paths : []
    content {
      path_pattern               = ordered_cache_behavior.value
      target_origin_id           = "assets"
      viewer_protocol_policy     = "redirect-to-https"
      allowed_methods            = ["GET", "HEAD"]
      cached_methods             = ["GET", "HEAD"]
      cache_policy_id            = local.caching_optimized
      response_headers_policy_id = one(aws_cloudfront_response_headers_policy.assets[*].id)
      compress                   = true
    }
  }

  viewer_certificate {
    acm_certificate_arn      = var.certificate_arn
    ssl_support_method       = "sni-only"
    minimum_protocol_version = "TLSv1.2_2021"
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }
}
