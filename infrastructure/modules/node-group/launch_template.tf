locals {
  # The kubelet's static CPU manager, which requires some CPU reserved for the system.
  exclusive_cpus = <<-YAML
    MIME-Version: 1.0
    Content-Type: multipart/mixed; boundary="//"

    --//
    Content-Type: application/node.eks.aws

    apiVersion: node.eks.aws/v1alpha1
    kind: NodeConfig
    spec:
      kubelet:
        config:
          cpuManagerPolicy: static
          systemReserved:
            cpu: 200m

    --//--
  YAML
}

resource "aws_launch_template" "this" {
  name                   = var.name
  update_default_version = true
  vpc_security_group_ids = var.security_group_ids
  user_data              = var.exclusive_cpus ? base64encode(local.exclusive_cpus) : null

  metadata_options {
    http_endpoint               = "enabled"
    http_tokens                 = "required"
    http_put_response_hop_limit = var.metadata_hop_limit
    instance_metadata_tags      = "disabled"
  }

  block_device_mappings {
    device_name = startswith(var.image, "BOTTLEROCKET") ? "/dev/xvdb" : "/dev/xvda"

    ebs {
      volume_type           = "gp3"
      volume_size           = var.volume_gib
      encrypted             = true
      delete_on_termination = true
    }
  }

  # Bottlerocket has a disk for the system beside that for data.
  dynamic "block_device_mappings" {
    for_each = startswith(var.image, "BOTTLEROCKET") ? ["/dev/xvda"] : []
    content {
      device_name = block_device_mappings.value

      ebs {
        volume_type           = "gp3"
        volume_size           = 4
        encrypted             = true
        delete_on_termination = true
      }
    }
  }

  monitoring {
    enabled = true
  }

  # The node group creates instances and disks: the provider's default tags do not apply to them.
  dynamic "tag_specifications" {
    for_each = toset(["instance", "volume", "network-interface"])
    content {
      resource_type = tag_specifications.value
      tags          = merge(data.aws_default_tags.current.tags, { Name = var.name })
    }
  }
}

data "aws_default_tags" "current" {}
