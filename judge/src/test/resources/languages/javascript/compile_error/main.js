console.log('missing bracket'
