mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = {
      json = "{}"
    }
  }
  mock_data "aws_ssm_parameter" {
    defaults = {
      insecure_value = "1.36.1-20261105"
    }
  }
  mock_data "aws_default_tags" {
    defaults = {
      tags = { Project = "touchstone" }
    }
  }
  mock_resource "aws_iam_role" {
    defaults = {
      arn = "arn:aws:iam::123456789012:role/node"
    }
  }
}

variables {
  name               = "touchstone-test-app"
  cluster_name       = "eks-1"
  kubernetes_version = "1.36"
  subnet_ids         = ["subnet-1", "subnet-2", "subnet-3"]
  security_group_ids = ["sg-application"]
  instance_types     = ["t3.large"]
  size               = { min = 2, max = 6, initial = 3 }
}

run "nodes_require_imdsv2_and_their_pods_reach_the_metadata_service" {
  command = plan

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_tokens == "required" && aws_launch_template.this.metadata_options[0].http_endpoint == "enabled"
    error_message = "IMDSv2 is required."
  }
  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 2 && aws_launch_template.this.metadata_options[0].instance_metadata_tags == "disabled"
    error_message = "The hop limit must be two, without tags in the metadata."
  }
}

run "nodes_are_patched_and_repaired" {
  command = plan

  assert {
    condition     = aws_eks_node_group.this.release_version == "1.36.1-20261105" && data.aws_ssm_parameter.release[0].name == "/aws/service/eks/optimized-ami/1.36/amazon-linux-2023/x86_64/standard/recommended/release_version"
    error_message = "Each apply must bring the latest image."
  }
  assert {
    condition     = aws_eks_node_group.this.node_repair_config[0].enabled
    error_message = "EKS must replace faulty nodes."
  }
}

run "the_release_of_the_image_can_be_pinned" {
  command = plan

  variables {
    release_version = "1.36.0-20261001"
  }

  assert {
    condition     = aws_eks_node_group.this.release_version == "1.36.0-20261001" && length(data.aws_ssm_parameter.release) == 0
    error_message = "The given release must be used."
  }
}

run "disks_are_encrypted_gp3" {
  command = plan

  assert {
    condition     = one(aws_launch_template.this.block_device_mappings).ebs[0].encrypted == "true" && one(aws_launch_template.this.block_device_mappings).ebs[0].volume_type == "gp3"
    error_message = "There must be one encrypted gp3 disk."
  }
  assert {
    condition     = alltrue([for specification in aws_launch_template.this.tag_specifications : specification.tags.Project == "touchstone"])
    error_message = "Instances and disks must have the default tags."
  }
}

run "nodes_are_in_all_zones_with_few_permissions" {
  command = plan

  assert {
    condition     = length(aws_eks_node_group.this.subnet_ids) == 3 && aws_eks_node_group.this.ami_type == "AL2023_x86_64_STANDARD"
    error_message = "Nodes must be in every zone and use an image with cgroup v2."
  }
  assert {
    condition     = keys(aws_iam_role_policy_attachment.this) == ["AmazonEC2ContainerRegistryPullOnly", "AmazonEKSWorkerNodePolicy", "AmazonSSMManagedInstanceCore"]
    error_message = "Nodes may only join the cluster, pull images and use Session Manager."
  }
  assert {
    condition     = aws_launch_template.this.user_data == null
    error_message = "There must be no user data by default."
  }
}

run "judge_nodes_are_tainted_and_hide_credentials_from_pods" {
  command = plan

  variables {
    metadata_hop_limit = 1
    exclusive_cpus     = true
    taints             = { "touchstone.dev/judge" = { value = "true" } }
    labels             = { "touchstone.dev/judge" = "true" }
  }

  assert {
    condition     = aws_launch_template.this.metadata_options[0].http_put_response_hop_limit == 1
    error_message = "The hop limit must be one."
  }
  assert {
    condition     = one(aws_eks_node_group.this.taint).effect == "NO_SCHEDULE"
    error_message = "The taint must be set."
  }
  assert {
    condition     = strcontains(base64decode(aws_launch_template.this.user_data), "cpuManagerPolicy: static")
    error_message = "The static CPU manager must be on."
  }
}

run "bottlerocket_has_an_encrypted_disk_for_system_and_for_data" {
  command = plan

  variables {
    image = "BOTTLEROCKET_x86_64"
  }

  assert {
    condition     = toset([for disk in aws_launch_template.this.block_device_mappings : disk.device_name if disk.ebs[0].encrypted == "true"]) == toset(["/dev/xvda", "/dev/xvdb"])
    error_message = "Both disks are encrypted."
  }
}

run "spot_capacity_can_be_used" {
  command = plan

  variables {
    capacity = "SPOT"
  }

  assert {
    condition     = aws_eks_node_group.this.capacity_type == "SPOT"
    error_message = "The capacity must be Spot."
  }
}

run "images_with_cgroup_v1_are_refused" {
  command = plan

  variables {
    image = "AL2_x86_64"
  }

  expect_failures = [var.image]
}

run "exclusive_cpus_on_bottlerocket_are_refused" {
  command = plan

  variables {
    image          = "BOTTLEROCKET_x86_64"
    exclusive_cpus = true
  }

  expect_failures = [var.exclusive_cpus]
}

run "wrong_values_are_refused" {
  command = plan

  variables {
    name               = "touchstone-test-a-name-that-is-too-long-for-the-role-of-nodes"
    security_group_ids = []
    instance_types     = []
    capacity           = "RESERVED"
    size               = { min = 3, max = 6, initial = 2 }
    volume_gib         = 8
    metadata_hop_limit = 3
    taints             = { judge = { value = "true", effect = "NoSchedule" } }
  }

  expect_failures = [
    var.name, var.security_group_ids, var.instance_types, var.capacity, var.size, var.volume_gib,
    var.metadata_hop_limit, var.taints,
  ]
}
