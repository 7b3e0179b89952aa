META
key;value
"open