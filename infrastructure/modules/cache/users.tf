# Who may connect: one user for the application, and nobody without a name.

resource "aws_elasticache_user" "application" {
  # IAM takes a user's token only where id and name are the same.
  user_id       = "${var.name}-cache"
  user_name     = "${var.name}-cache"
  engine        = var.engine.name
  access_string = "on ~* &* +@all -@admin -@dangerous +info"

  authentication_mode {
    type = "iam"
  }

  lifecycle {
    # A password can only be given where it would be kept in the state, so an operator gives it (roots/data).
    ignore_changes = [authentication_mode]
  }
}

# A group of Redis must have a user named default; this one may do nothing. Valkey has none unless given.
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
