module Main where

import Adder (total)

main :: IO ()
main = do
  _ <- getLine
  line <- getLine
  print (total (map read (words line)))
