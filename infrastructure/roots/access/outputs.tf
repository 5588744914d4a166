output "handover" {
  description = "What the other roots, the charts and the workflows read: roles, bastion, trail."
  value       = local.handover
}

output "session_command" {
  description = "What opens a session on the bastion, and through it a tunnel."
  value       = "aws ssm start-session --region ${var.region} --target ${module.bastion.instance_id}"
}
