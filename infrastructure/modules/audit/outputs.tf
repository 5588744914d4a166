output "trail_arn" {
  description = "ARN of the trail."
  value       = local.trail_arn

  depends_on = [aws_cloudtrail.this]
}

output "protected_arns" {
  description = "What the trail consists of: trail, bucket, objects, key, log group. Whoever is watched must not touch it."
  value = [
    local.trail_arn,
    "arn:aws:s3:::${local.bucket_name}",
    "arn:aws:s3:::${local.bucket_name}/*",
    aws_kms_key.this.arn,
    aws_cloudwatch_log_group.this.arn,
    "${aws_cloudwatch_log_group.this.arn}:*",
  ]
}

output "log_group_name" {
  description = "Log group of the trail, for metric filters."
  value       = aws_cloudwatch_log_group.this.name
}

output "bucket_name" {
  description = "Bucket that keeps the trail."
  value       = module.bucket.name
}

output "detector_id" {
  description = "Id of GuardDuty's detector, null without one."
  value       = one(aws_guardduty_detector.this[*].id)
}
