output "id" {
  description = "Id of the distribution, for invalidations and CloudWatch's figures."
  value       = aws_cloudfront_distribution.this.id
}

output "arn" {
  description = "ARN of the distribution."
  value       = aws_cloudfront_distribution.this.arn
}

output "domain_name" {
  description = "Name that CloudFront gave the distribution, for the alias record."
  value       = aws_cloudfront_distribution.this.domain_name
}

output "zone_id" {
  description = "Zone of that name, for the alias record."
  value       = aws_cloudfront_distribution.this.hosted_zone_id
}
