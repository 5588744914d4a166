<?php
function total(array $values): int { return array_sum($values); }
