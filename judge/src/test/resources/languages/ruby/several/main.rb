require_relative 'sum'

gets
puts total(gets.split.map(&:to_i))
