# One name for everything: static files from the bucket, cached; all else from the load balancer, never cached.

locals {
  # Policies that AWS gives every account, by their fixed ids.
  # https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html
  caching_optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6"
  caching_disabled  = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"
  all_of_viewer     = "216adef6-5c7f-47e4-b989-5492eafa07d3"

  platform = var.origin_domain_name != null
}

resource "aws_cloudfront_origin_access_control" "assets" {
  name                              = "${var.name}-assets"
  description                       = "CloudFront signs what it asks of the bucket, which answers nobody else"
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

      custom_origin_config {
        http_port              = 80
        https_port             = 443
        origin_protocol_policy = "https-only"
        origin_ssl_protocols   = ["TLSv1.2"]
        # A stream of events is silent for up to 15 seconds, an import of a package may take longer.
        origin_read_timeout      = 60
        origin_keepalive_timeout = 60
      }
    }
  }

  default_cache_behavior {
    target_origin_id         = local.platform ? "platform" : "assets"
    viewer_protocol_policy   = "redirect-to-https"
    allowed_methods          = local.platform ? ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"] : ["GET", "HEAD"]
    cached_methods           = ["GET", "HEAD"]
    cache_policy_id          = local.platform ? local.caching_disabled : local.caching_optimized
    origin_request_policy_id = local.platform ? local.all_of_viewer : null
    # The gateway gives its own headers and compresses by itself.
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
