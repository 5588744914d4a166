# One customer managed key for the platform's data and one for the copies in the other region. The account's IAM
# policies decide who may use them.

resource "aws_kms_key" "this" {
  description             = "Databases, cache, buckets, backups and secrets of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_window_days
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.name}-data"
  target_key_id = aws_kms_key.this.key_id
}

resource "aws_kms_key" "replica" {
  count    = var.copies ? 1 : 0
  provider = aws.replica

  description             = "Copies of the data of ${local.name}"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_window_days
}

resource "aws_kms_alias" "replica" {
  count    = var.copies ? 1 : 0
  provider = aws.replica

  name          = "alias/${local.name}-data"
  target_key_id = aws_kms_key.replica[0].key_id
}
