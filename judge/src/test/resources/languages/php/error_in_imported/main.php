<?php
require "sum.php";
echo total();
