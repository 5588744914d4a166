# The bucket with the state of every root of one environment. Its own state stays with the operator
# as a local file: it names one bucket, which `terraform import` can add again if the file is lost.

module "state" {
  source = "../modules/bucket"

  # The account id makes the name unique in all of AWS.
  name = "${local.name}-state-${local.account}"
  # Keep old versions of the state for a year.
  noncurrent_days = 365
}
