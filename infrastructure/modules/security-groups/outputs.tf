output "ids" {
  description = "Group (control_plane, alb, bastion, application, judge, database, cache) to its id."
  value       = { for key, group in aws_security_group.this : key => group.id }
}
