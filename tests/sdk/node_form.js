// Calls through @alicloud/openapi-core, the layer below the typed library: signature version 3,
// with the parameters as a form, sent in chunks.
'use strict';

const core = require('@alicloud/openapi-core');
const adapter = require('./adapter.js');

const { $OpenApiUtil } = core;
const client = new core.default(new $OpenApiUtil.Config({
  accessKeyId: adapter.KEY_ID,
  accessKeySecret: adapter.SECRET,
  regionId: adapter.REGION,
  endpoint: adapter.ADDRESS,
  protocol: 'HTTP',
}));

const request = (action) => new $OpenApiUtil.Params({
  action,
  version: '2014-05-26',
  protocol: 'HTTP',
  pathname: '/',
  method: 'POST',
  authType: 'AK',
  style: 'RPC',
  reqBodyType: 'formData',
  bodyType: 'json',
});

adapter.run(async (action, params) => {
  try {
    const asked = new $OpenApiUtil.OpenApiRequest({ body: params });
    return { reply: (await client.callApi(request(action), asked, {})).body };
  } catch (error) {
    if (!error.statusCode) throw error;
    const message = error.message.replace(/^[^:]+: code: \d+, /, '').replace(/^code: \d+, /, '')
      .replace(/ request id: [-0-9A-F]*$/, '');
    return adapter.error(error.statusCode, error.code.replace(/Error$/, ''), message);
  }
});
