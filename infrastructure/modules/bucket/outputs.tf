output "name" {
  description = "Name of the bucket, known once all its protections are in place."
  value       = aws_s3_bucket.this.id

  depends_on = [
    aws_s3_bucket_policy.this,
    aws_s3_bucket_public_access_block.this,
    aws_s3_bucket_server_side_encryption_configuration.this,
    aws_s3_bucket_versioning.this,
  ]
}

output "arn" {
  description = "ARN of the bucket, known once versioning is on, which replication into it requires."
  value       = aws_s3_bucket.this.arn

  depends_on = [aws_s3_bucket_versioning.this]
}

output "regional_domain_name" {
  description = "Domain name that CloudFront uses for the bucket."
  value       = aws_s3_bucket.this.bucket_regional_domain_name
}

output "lock" {
  description = "Mode and days for which an object is locked; null without a lock."
  value       = one([for lock in aws_s3_bucket_object_lock_configuration.this : lock.rule[0].default_retention[0]])
}
