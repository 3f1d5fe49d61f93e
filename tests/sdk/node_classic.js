// A life of a group through aliyun-sdk, which is from the time of the classic network: signature
// version 1.0, rules as top-level fields, groups without a VPC.
'use strict';

const assert = require('node:assert');
const ALY = require('aliyun-sdk');

const ecs = new ALY.ECS({
  accessKeyId: 'testid',
  secretAccessKey: 'testsecret',
  endpoint: `http://${process.env.SGP_ADDRESS}`,
  apiVersion: '2014-05-26',
});
const region = { RegionId: 'cn-hangzhou' };

// Joining and leaving have no RegionId in this library, which the service asks for today.
const call = (name, params) => new Promise((resolve, reject) => {
  const own = name === 'describeRegions' ? params : { ...region, ...params };
  ecs[name](own, (error, reply) => (error ? reject(error) : resolve(reply)));
});

const refused = async (code, name, params) => {
  const error = await call(name, params).then(() => null, (error) => error);
  assert.ok(error, `${name} is not refused`);
  assert.strictEqual(error.code || error.Code, code);
};

(async () => {
  const regions = await call('describeRegions', {});
  assert.ok(regions.Regions.Region.some((own) => own.RegionId === 'cn-hangzhou'));
  const made = await call('createSecurityGroup', { Description: 'made by a client of 2015' });
  const group = { SecurityGroupId: made.SecurityGroupId };
  const rule = { ...group, IpProtocol: 'tcp', PortRange: '80/80', SourceCidrIp: '203.0.113.9/32' };
  await call('authorizeSecurityGroup', { ...rule, Policy: 'accept' });
  const told = await call('describeSecurityGroupAttribute', group);
  assert.strictEqual(told.Permissions.Permission[0].SourceCidrIp, '203.0.113.9');
  await call('revokeSecurityGroup', rule);
  await refused('InvalidSecurityGroupRule.RuleNotExist', 'revokeSecurityGroup', rule);
  await call('deleteSecurityGroup', group);
  console.log('as expected');
})().catch((error) => { console.error(error); process.exit(1); });
