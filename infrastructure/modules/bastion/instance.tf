# The latest Amazon Linux 2023 image published by AWS.
data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

resource "aws_key_pair" "this" {
  count = var.public_key == null ? 0 : 1

  key_name   = "${var.name}-bastion"
  public_key = var.public_key
}

resource "aws_instance" "this" {
  ami                         = data.aws_ssm_parameter.image.insecure_value
  instance_type               = var.instance_type
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = [var.security_group_id]
  associate_public_ip_address = var.public_address
  iam_instance_profile        = aws_iam_instance_profile.this.name
  key_name                    = one(aws_key_pair.this[*].key_name)
  monitoring                  = true
  ebs_optimized               = true

  # The SSH key comes from the key pair and the permissions from the role: this file contains no secret.
  user_data                   = file("${path.module}/first_start.sh")
  user_data_replace_on_change = true

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
    instance_metadata_tags      = "disabled"
  }

  root_block_device {
    volume_type = "gp3"
    volume_size = 20
    encrypted   = true
    # Created with the instance: the provider's default tags do not apply to it.
    tags = merge(data.aws_default_tags.current.tags, { Name = "${var.name}-bastion" })
  }

  tags = { Name = "${var.name}-bastion" }

  lifecycle {
    # A new image must not replace the instance while it is in use; apply with `-replace` when convenient.
    ignore_changes = [ami]
  }
}

data "aws_default_tags" "current" {}
