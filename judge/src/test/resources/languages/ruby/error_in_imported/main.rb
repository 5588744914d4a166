require_relative "sum"

puts total
