output "name" {
  description = "Name of the runbook."
  value       = aws_ssm_document.this.name
}

output "start_command" {
  description = "Command that starts the runbook."
  value       = "aws ssm start-automation-execution --region ${data.aws_region.current.id} --document-name ${aws_ssm_document.this.name}"
}
