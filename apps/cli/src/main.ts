console.log('hqnn');
