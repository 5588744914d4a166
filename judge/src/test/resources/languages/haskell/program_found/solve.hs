import Adder

main :: IO ()
main = do
  _ <- getLine
  numbers <- getLine
  print (add (map read (words numbers)))
