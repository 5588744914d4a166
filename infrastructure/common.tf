# Provider, tags and variables of every root. Each root links this file.

terraform {
  required_version = "~> 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = local.tags
  }
}

variable "project" {
  description = "Name of the installation, the prefix of every name."
  type        = string
  default     = "touchstone"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.project))
    error_message = "project must be 3 to 20 lower-case letters, digits and hyphens, and begin with a letter."
  }
}

variable "environment" {
  description = "Name of the environment: dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.environment)
    error_message = "environment must be dev, staging or prod."
  }
}

variable "region" {
  description = "AWS region of everything that is not global."
  type        = string
  default     = "us-east-1"

  validation {
    condition     = can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "region must be an AWS region such as us-east-1."
  }
}

variable "owner" {
  description = "Who is responsible for the environment; a tag of every resource."
  type        = string

  validation {
    condition     = can(regex("^[\\p{L}\\p{N}_.:/=+@-][\\p{L}\\p{N}_.:/=+@ -]*$", var.owner))
    error_message = "owner must be letters, digits, spaces and _.:/=+-@: AWS allows no other characters in a tag."
  }
}

data "aws_caller_identity" "current" {}

locals {
  account = data.aws_caller_identity.current.account_id

  # Prefix of every name in this environment.
  name = "${var.project}-${var.environment}"

  tags = {
    Project     = var.project
    Environment = var.environment
    Owner       = var.owner
    ManagedBy   = "terraform"
  }

  # The most that a role of the platform may do, whatever its policies say. Bootstrap creates the policy.
  permissions_boundary = "arn:aws:iam::${local.account}:policy/${local.name}-boundary"

  # Each root publishes its values for the roots after it as one JSON document in Parameter Store.
  handover_prefix = "/${var.project}/${var.environment}"
}
