mock_provider "aws" {
  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::example-backups"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/replica"
    }
  }
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

mock_provider "aws" {
  alias = "copy"
  mock_resource "aws_s3_bucket" {
    defaults = {
      arn = "arn:aws:s3:::example-backups"
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/replica"
    }
  }
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
}

run "the_example_makes_two_buckets" {
  command = apply

  assert {
    condition     = module.backups.arn != "" && module.copy.arn != ""
    error_message = "One bucket in each region."
  }
}
