module Main where

answer :: Int
answer = 42
