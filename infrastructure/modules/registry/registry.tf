resource "aws_ecr_repository" "this" {
  for_each = var.repositories

  name = "${var.name}/${each.key}"
  # A tag never moves to another image, so the tested image is the one that runs.
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }

  encryption_configuration {
    encryption_type = "KMS"
  }
}

# Old builds expire; an image that an environment runs never does. Only the tag tells them apart: each image that is deployed
# gets a tag deployed-… first, and an image that matches one rule is out of reach for those after it. There is no rule for
# images without a tag: signatures and lists of contents (SBOM) have none, and a deployment names an image by its digest.
resource "aws_ecr_lifecycle_policy" "this" {
  for_each = var.kept_builds == null ? {} : aws_ecr_repository.this

  repository = each.value.name
  policy = jsonencode({
    rules = [
      {
        rulePriority = 1
        description  = "Deployed images stay"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["deployed-*"]
          countType      = "imageCountMoreThan"
          countNumber    = 10000
        }
        action = { type = "expire" }
      },
      {
        rulePriority = 2
        description  = "Builds that were never deployed, but for the newest"
        selection = {
          tagStatus      = "tagged"
          tagPatternList = ["build-*"]
          countType      = "imageCountMoreThan"
          countNumber    = var.kept_builds
        }
        action = { type = "expire" }
      },
    ]
  })
}
