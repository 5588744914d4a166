# A bucket whose objects are copied to another region, so that the loss of a region loses none.

terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "copy"
  region = "us-west-2"
}

module "copy" {
  source    = "../../modules/bucket"
  providers = { aws = aws.copy }

  name         = "example-backups-copy"
  archive_days = 30
}

module "backups" {
  source = "../../modules/bucket"

  name    = "example-backups"
  replica = { bucket_arn = module.copy.arn }
}
