mock_provider "aws" {}

variables {
  name              = "touchstone-test"
  subnet_ids        = ["subnet-1", "subnet-2"]
  security_group_id = "sg-1"
  kms_key_arn       = "arn:aws:kms:us-east-1:123456789012:key/1"
}

run "the_cache_accepts_only_tls_and_named_users" {
  command = apply

  assert {
    condition     = aws_elasticache_replication_group.this.transit_encryption_enabled && aws_elasticache_replication_group.this.transit_encryption_mode == "required"
    error_message = "TLS must be required."
  }
  assert {
    condition     = tobool(aws_elasticache_replication_group.this.at_rest_encryption_enabled) && aws_elasticache_replication_group.this.kms_key_id == var.kms_key_arn
    error_message = "The given key must encrypt it."
  }
  assert {
    condition     = aws_elasticache_user_group.this.user_ids == toset(["touchstone-test-cache"]) && aws_elasticache_replication_group.this.user_group_ids == toset(["touchstone-test-cache-users"])
    error_message = "The application's user is the only one."
  }
  assert {
    condition     = aws_elasticache_user.application.authentication_mode[0].type == "iam" && aws_elasticache_user.application.user_id == aws_elasticache_user.application.user_name
    error_message = "The user must authenticate with IAM, which requires the same id and name."
  }
  assert {
    condition     = strcontains(aws_elasticache_user.application.access_string, "-@admin -@dangerous")
    error_message = "The application can't reconfigure or empty the cache."
  }
  assert {
    condition     = aws_elasticache_replication_group.this.engine == "valkey" && !aws_elasticache_replication_group.this.automatic_failover_enabled
    error_message = "One node of Valkey is the default."
  }
  assert {
    condition     = output.member_ids == ["touchstone-test-cache-001"]
    error_message = "The node id must be the one that ElastiCache assigns."
  }
}

run "a_second_node_takes_over" {
  command = plan

  variables {
    nodes = 2
  }

  assert {
    condition     = aws_elasticache_replication_group.this.automatic_failover_enabled && aws_elasticache_replication_group.this.multi_az_enabled
    error_message = "Nodes must be in different zones, with automatic failover."
  }
}

run "redis_gets_a_default_user_without_permissions" {
  command = plan

  variables {
    engine = { name = "redis", version = "7.1" }
  }

  assert {
    condition     = aws_elasticache_user.default[0].access_string == "off ~* -@all" && length(aws_elasticache_user_group.this.user_ids) == 2
    error_message = "The default user must be off."
  }
}

run "values_that_elasticache_rejects_are_refused" {
  command = plan

  variables {
    name        = "touchstone-with-a-much-longer-name"
    engine      = { name = "memcached", version = "1.6" }
    node_type   = "t4g.micro"
    nodes       = 7
    kms_key_arn = "alias/aws/elasticache"
  }

  expect_failures = [var.name, var.engine, var.node_type, var.nodes, var.kms_key_arn]
}
