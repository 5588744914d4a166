# The plan role reads the configuration of resources, not their data.

resource "aws_iam_role_policy_attachment" "plan" {
  role       = aws_iam_role.this["plan"].name
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

data "aws_iam_policy_document" "plan" {
  statement {
    sid       = "State"
    actions   = ["s3:ListBucket", "s3:GetObject"]
    resources = ["arn:aws:s3:::${var.state_bucket}", "arn:aws:s3:::${var.state_bucket}/*"]
  }

  statement {
    sid       = "Lock"
    actions   = ["s3:PutObject", "s3:DeleteObject"]
    resources = ["arn:aws:s3:::${var.state_bucket}/*.tflock"]
  }

  # A plan generates the first password of the database, which it neither shows nor stores.
  statement {
    sid       = "Generate"
    actions   = ["secretsmanager:GetRandomPassword"]
    resources = ["*"]
  }

  # ReadOnlyAccess grants these, and a pull request can run any code.
  statement {
    sid           = "NoObjects"
    effect        = "Deny"
    actions       = ["s3:GetObject", "s3:GetObjectVersion"]
    not_resources = ["arn:aws:s3:::${var.state_bucket}/*"]
  }

  statement {
    sid    = "NoData"
    effect = "Deny"
    actions = [
      "athena:GetQueryResults",
      "dynamodb:GetItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "ecr:BatchGetImage",
      "ecr:GetDownloadUrlForLayer",
      "kms:Decrypt",
      "logs:FilterLogEvents",
      "logs:GetLogEvents",
      "logs:StartQuery",
      "secretsmanager:GetSecretValue",
      "sqs:ReceiveMessage",
    ]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "plan" {
  name   = "state-and-no-data"
  role   = aws_iam_role.this["plan"].id
  policy = data.aws_iam_policy_document.plan.json
}
