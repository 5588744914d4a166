# CloudFront is global, but its certificate, web ACL and log delivery must be in this region.

provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}
