if true; then echo missing
