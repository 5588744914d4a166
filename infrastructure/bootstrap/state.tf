# The bucket with the state of every root of one environment. Its own state stays with the operator
# as a local file: it names one bucket, which `terraform import` can add again if the file is lost.

data "aws_caller_identity" "current" {}

module "state" {
  source = "../modules/bucket"

  # The account id makes the name unique in all of AWS.
  name = "${local.name}-state-${data.aws_caller_identity.current.account_id}"
  # Keep old versions of the state for a year.
  noncurrent_days = 365
}
