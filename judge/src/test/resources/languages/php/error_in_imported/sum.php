<?php
function total( {
