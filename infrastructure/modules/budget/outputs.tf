output "name" {
  description = "Name of the budget."
  value       = one(aws_budgets_budget.this[*].name)
}
