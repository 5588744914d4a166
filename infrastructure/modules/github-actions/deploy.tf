# The deploy role finds the cluster and marks images as deployed, so that they are kept. What it may do inside the cluster is
# decided by its access entry (roots/access).

data "aws_iam_policy_document" "deploy" {
  statement {
    sid       = "Cluster"
    actions   = ["eks:DescribeCluster"]
    resources = [var.cluster_arn]
  }

  statement {
    sid       = "SignIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid       = "Tag"
    actions   = ["ecr:BatchGetImage", "ecr:DescribeImages", "ecr:DescribeImageScanFindings", "ecr:PutImage"]
    resources = var.repository_arns
  }
}

resource "aws_iam_role_policy" "deploy" {
  name   = "deploy"
  role   = aws_iam_role.this["deploy"].id
  policy = data.aws_iam_policy_document.deploy.json
}
