mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = {
      arn                         = "arn:aws:s3:::example-status-123456789012"
      bucket_regional_domain_name = "example-status-123456789012.s3.eu-west-1.amazonaws.com"
    }
  }
  mock_data "aws_caller_identity" {
    defaults = {
      account_id = "123456789012"
    }
  }
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

mock_provider "aws" {
  alias = "global"
  mock_resource "aws_cloudfront_distribution" {
    defaults = {
      arn = "arn:aws:cloudfront::123456789012:distribution/E1"
    }
  }
  mock_resource "aws_cloudwatch_log_delivery_destination" {
    defaults = {
      arn = "arn:aws:logs:us-east-1:123456789012:delivery-destination:example-status-requests"
    }
  }
}

run "cloudfront_shows_the_bucket_and_the_publisher_may_write_only_there" {
  command = apply

  assert {
    condition     = module.page.regional_domain_name == "example-status-123456789012.s3.eu-west-1.amazonaws.com" && module.distribution.arn == "arn:aws:cloudfront::123456789012:distribution/E1"
    error_message = "The bucket must be in the other region, and CloudFront in front of it."
  }
  assert {
    condition     = one(data.aws_iam_policy_document.read.statement[0].principals).identifiers == toset(["cloudfront.amazonaws.com"]) && one(data.aws_iam_policy_document.read.statement[0].condition).values == tolist(["arn:aws:cloudfront::123456789012:distribution/*"])
    error_message = "Only CloudFront of this account may read."
  }
  assert {
    condition     = { for condition in data.aws_iam_policy_document.logs.statement[0].condition : condition.variable => one(condition.values) } == { "aws:SourceAccount" = "123456789012", "aws:SourceArn" = "arn:aws:logs:us-east-1:123456789012:delivery-source:example-status-*" }
    error_message = "Only the delivery of this distribution's logs may write them."
  }
  assert {
    condition     = toset(flatten([for statement in data.aws_iam_policy_document.publisher.statement : statement.resources])) == toset(["arn:aws:s3:::example-status-123456789012/*", "arn:aws:s3:::example-status-123456789012"])
    error_message = "The publisher may use only this bucket."
  }
}
