# The bucket that holds the state of every root of one environment. Its own state stays with the operator
# as a local file: it names one bucket, which `terraform import` finds again should the file be lost.

data "aws_caller_identity" "current" {}

module "state" {
  source = "../modules/bucket"

  # The account's number makes the name unique in all of AWS.
  name = "${local.name}-state-${data.aws_caller_identity.current.account_id}"
  # A year of old states: enough to find out what was when.
  noncurrent_days = 365
}
