module.exports = 3 2 1;
