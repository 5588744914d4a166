print('missing bracket'
