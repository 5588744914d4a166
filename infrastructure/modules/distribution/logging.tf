# The access log, delivered to the bucket by CloudWatch's log delivery, which is in us-east-1.

resource "aws_cloudwatch_log_delivery_source" "this" {
  name         = "${var.name}-requests"
  log_type     = "ACCESS_LOGS"
  resource_arn = aws_cloudfront_distribution.this.arn
}

resource "aws_cloudwatch_log_delivery_destination" "this" {
  name          = "${var.name}-requests"
  output_format = "json"

  delivery_destination_configuration {
    destination_resource_arn = "${var.log_bucket_arn}/cloudfront"
  }
}

resource "aws_cloudwatch_log_delivery" "this" {
  delivery_source_name     = one(aws_cloudwatch_log_delivery_source.this[*].name)
  delivery_destination_arn = one(aws_cloudwatch_log_delivery_destination.this[*].arn)

  s3_delivery_configuration = [{
    suffix_path                 = "/{DistributionId}/{yyyy}/{MM}/{dd}"
    enable_hive_compatible_path = false
  }]
}
