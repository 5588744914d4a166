console.log(null.length);
