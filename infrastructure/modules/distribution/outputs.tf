output "id" {
  description = "Id of the distribution, for invalidations and CloudWatch metrics."
  value       = aws_cloudfront_distribution.this.id
}

output "arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "CloudFront domain name of the distribution, for the alias record."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "zone_id" {
  description = "Hosted zone of that name, for the alias record."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}
