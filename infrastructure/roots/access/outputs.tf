output "handover" {
  description = "Values for the other roots, charts and workflows: roles, bastion, trail."
  value       = local.handover
}

output "session_command" {
  description = "Command that opens a session on the bastion."
  value       = "aws ssm start-session --region ${var.region} --target ${module.bastion.instance_id}"
}
