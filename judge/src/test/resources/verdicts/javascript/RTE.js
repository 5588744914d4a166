undefined.property;
