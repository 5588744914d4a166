<?php
require 'sum.php';
fgets(STDIN);
echo total(array_map('intval', explode(' ', trim(fgets(STDIN))))), "\n";
