// What the two Node.js clients share: calls in as JSON lines, what the library makes of them out.
'use strict';

const readline = require('readline');

exports.ADDRESS = process.env.SGP_ADDRESS;
exports.REGION = 'cn-hangzhou';
exports.KEY_ID = process.env.SGP_ACCESS_KEY_ID;
exports.SECRET = process.env.SGP_ACCESS_KEY_SECRET;

// Makes the calls that come in, one at a time.
exports.run = async (call) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { action, params } = JSON.parse(line);
    console.log(JSON.stringify(await call(action, params)));
  }
};

// What the library raised.
exports.error = (status, code, message) => ({ error: { status, code, message } });
