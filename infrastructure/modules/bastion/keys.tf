# The public keys that may open tunnels. The machine asks for them at each sign-in: a change needs no new machine and
# counts at once. An EC2 key pair would open the image's own user, with a shell and sudo.

resource "aws_ssm_parameter" "keys" {
  count = length(var.public_keys) > 0 ? 1 : 0

  name           = "/${var.name}/bastion/authorized-keys"
  description    = "Public keys that may open tunnels through the bastion, one on each line"
  type           = "String"
  insecure_value = join("\n", var.public_keys)
}

data "aws_iam_policy_document" "keys" {
  count = length(var.public_keys) > 0 ? 1 : 0

  statement {
    sid       = "Keys"
    actions   = ["ssm:GetParameter"]
    resources = [aws_ssm_parameter.keys[0].arn]
  }
}

resource "aws_iam_role_policy" "keys" {
  count = length(var.public_keys) > 0 ? 1 : 0

  name   = "keys"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.keys[0].json
}
