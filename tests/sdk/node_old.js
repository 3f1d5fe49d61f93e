// Calls through @alicloud/pop-core: signature version 1.0, alternating GET and POST.
'use strict';

const { RPCClient } = require('@alicloud/pop-core');
const adapter = require('./adapter.js');

const client = new RPCClient({
  accessKeyId: adapter.KEY_ID,
  accessKeySecret: adapter.SECRET,
  endpoint: `http://${adapter.ADDRESS}`,
  apiVersion: '2014-05-26',
});
let calls = 0;

adapter.run(async (action, params) => {
  calls += 1;
  try {
    return { reply: await client.request(action, params, { method: calls % 2 ? 'GET' : 'POST' }) };
  } catch (error) {
    if (!error.code || !error.data) throw error;
    return adapter.error(error.entry.response.statusCode, error.code, error.data.Message);
  }
});
