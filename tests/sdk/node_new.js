// Calls through @alicloud/ecs20140526: signature version 3, typed requests and replies.
'use strict';

const ecs = require('@alicloud/ecs20140526');
const { $OpenApiUtil } = require('@alicloud/openapi-core');
const adapter = require('./adapter.js');

const client = new ecs.default(new $OpenApiUtil.Config({
  accessKeyId: adapter.KEY_ID,
  accessKeySecret: adapter.SECRET,
  regionId: adapter.REGION,
  endpoint: adapter.ADDRESS,
  protocol: 'HTTP',
}));

// Fills a typed model from parameters in the API's spelling. A parameter missing from the model is
// an error.
const typed = (Model, params) => {
  const own = {};
  const fields = Object.entries(Model.names());
  for (const [name, value] of Object.entries(params)) {
    const field = fields.find(([, spelling]) => spelling === name);
    if (!field) throw new Error(`${Model.name} has no ${name}`);
    const type = Model.types()[field[0]];
    const item = type && type.itemType;
    const list = item && item.names;
    own[field[0]] = list ? value.map((entry) => typed(item, entry)) : value;
  }
  return new Model(own);
};

adapter.run(async (action, params) => {
  const request = typed(ecs[`${action}Request`], params);
  const method = action[0].toLowerCase() + action.slice(1);
  try {
    return { reply: (await client[method](request)).body.toMap() };
  } catch (error) {
    if (!error.statusCode) throw error;
    const message = error.message.replace(/^[^:]+: code: \d+, /, '').replace(/^code: \d+, /, '')
      .replace(/ request id: [-0-9A-F]*$/, '');
    return adapter.error(error.statusCode, error.code.replace(/Error$/, ''), message);
  }
});
