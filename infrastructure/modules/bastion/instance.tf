# The latest Amazon Linux 2023 image published by AWS.
data "aws_ssm_parameter" "image" {
  name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"
}

locals {
  # Neither keys nor secrets: a changed key replaces no machine. Without keys there are no settings.
  user_data = join("\n", concat(
    ["#!/bin/bash"],
    [for parameter in aws_ssm_parameter.keys : "REGION=${data.aws_region.current.id}\nKEYS=${parameter.name}\nDESTINATIONS='${join(" ", var.destinations)}'\nLISTEN='${join(" ", var.listen)}'"],
    [file("${path.module}/first_start.sh")],
  ))
}

resource "aws_instance" "this" {
  ami                         = data.aws_ssm_parameter.image.insecure_value
  instance_type               = var.instance_type
  subnet_id                   = var.subnet_id
  vpc_security_group_ids      = [var.security_group_id]
  associate_public_ip_address = var.public_address
  iam_instance_profile        = aws_iam_instance_profile.this.name
  monitoring                  = true
  ebs_optimized               = true

  user_data                   = local.user_data
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
