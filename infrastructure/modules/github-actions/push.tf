data "aws_iam_policy_document" "push" {
  statement {
    sid       = "SignIn"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:DescribeImages",
      "ecr:DescribeImageScanFindings",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ]
    resources = var.repository_arns
  }
}

resource "aws_iam_role_policy" "push" {
  name   = "push-images"
  role   = aws_iam_role.this["push"].id
  policy = data.aws_iam_policy_document.push.json
}

# The user of the architecture document, for a CI without OIDC: it only pushes images.
resource "aws_iam_user" "static" {
  count = var.static_user == null ? 0 : 1

  name = var.static_user
}

resource "aws_iam_user_policy" "static" {
  count = var.static_user == null ? 0 : 1

  name   = "push-images"
  user   = aws_iam_user.static[0].name
  policy = data.aws_iam_policy_document.push.json
}
