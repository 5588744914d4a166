sub total { 
