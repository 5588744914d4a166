# One user for the application; anonymous access is off.

resource "aws_elasticache_user" "application" {
  # IAM authentication requires that id and name are the same.
  user_id       = "${var.name}-cache"
  user_name     = "${var.name}-cache"
  engine        = var.engine.name
  access_string = "on ~* &* +@all -@admin -@dangerous +info"

  authentication_mode {
    type = "iam"
  }

  lifecycle {
    # Terraform would keep a password in its state, so an operator sets it (roots/data).
    ignore_changes = [authentication_mode]
  }
}

# A Redis user group must have a user named default; this one has no permissions. Valkey needs none.
resource "aws_elasticache_user" "default" {
  count = var.engine.name == "redis" ? 1 : 0

  user_id              = "${var.name}-default"
  user_name            = "default"
  engine               = "redis"
  access_string        = "off ~* -@all"
  no_password_required = true
}

resource "aws_elasticache_user_group" "this" {
  engine        = var.engine.name
  user_group_id = "${var.name}-cache-users"
  user_ids      = concat(aws_elasticache_user.application[*].user_id, aws_elasticache_user.default[*].user_id)
}
