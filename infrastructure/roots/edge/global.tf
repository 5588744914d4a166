# CloudFront is of no region, but its certificate, its web ACL and its logs' delivery must be of this one.

provider "aws" {
  alias  = "global"
  region = "us-east-1"

  default_tags {
    tags = local.tags
  }
}
