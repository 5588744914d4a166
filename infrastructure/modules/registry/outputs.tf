output "urls" {
  description = "Image to the URL of its repository."
  value       = { for key, repository in aws_ecr_repository.this : key => repository.repository_url }
}

output "arns" {
  description = "Image to the ARN of its repository."
  value       = { for key, repository in aws_ecr_repository.this : key => repository.arn }
}
