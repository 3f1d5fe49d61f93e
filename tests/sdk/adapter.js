// Shared by the two Node.js clients: reads calls as JSON lines and prints the library's results.
'use strict';

const readline = require('readline');

exports.ADDRESS = process.env.SGP_ADDRESS;
exports.REGION = 'cn-hangzhou';
exports.KEY_ID = process.env.SGP_ACCESS_KEY_ID;
exports.SECRET = process.env.SGP_ACCESS_KEY_SECRET;

// Makes the calls read from standard input, one at a time.
exports.run = async (call) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { action, params } = JSON.parse(line);
    console.log(JSON.stringify(await call(action, params)));
  }
};

// The error that the library raised.
exports.error = (status, code, message) => ({ error: { status, code, message } });
