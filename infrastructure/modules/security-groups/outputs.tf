output "ids" {
  description = "Ids of the security groups by name: control_plane, alb, bastion, application, judge, database, cache."
  value       = { for key, group in aws_security_group.this : key => group.id }
}
