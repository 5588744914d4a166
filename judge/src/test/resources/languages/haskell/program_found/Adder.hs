module Adder where

add :: [Int] -> Int
add = sum
