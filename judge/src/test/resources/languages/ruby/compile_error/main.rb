puts "missing end" if true do
