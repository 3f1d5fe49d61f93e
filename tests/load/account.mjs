// A made-up account of 500 groups, 2,000 interfaces and 10,000 rules, as the script of
// `sgp import --collect --anonymise` writes it: the replies of all calls one after another.
//
// About 40 roles: the interfaces of a role are in the same one to four groups. Most groups have no
// members, as in accounts that have been used for years. SINGLES interfaces (0 if absent) are in a
// group of their own instead, like instances that were made by hand: each is then a row of its own.
const GROUPS = 500;
const INTERFACES = 2_000;
const RULES_EACH = 20;
const ROLES = 40;
const REGION = "cn-hangzhou";
const VPCS = [["vpc-1", "10.0.0.0/16"], ["vpc-2", "10.1.0.0/16"], ["vpc-3", "10.2.0.0/16"]];

/** The text of the account; the same for every run. */
export function account({ singles = 0 } = {}) {
  const chance = random(2026);
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const group = (number) => `sg-bp1${String(number).padStart(16, "0")}`;
  const role = (number) => {
    const vpc = number % 5 < 3 ? 0 : number % 5 - 2;
    // Groups of one VPC have the same remainder; the first ones are shared by its roles.
    const own = (place) => 3 * place + vpc;
    const shared = [0, 1, 2].slice(0, number % 4).map(own);
    return { vpc, groups: [own(5 + number), ...shared] };
  };
  const interfaces = Array.from({ length: INTERFACES }, (_, number) => {
    const single = number >= INTERFACES - singles;
    const of = single ? { groups: [180 + number % (GROUPS - 180)] } : role(number % ROLES);
    const vpc = single ? of.groups[0] % 3 : of.vpc;
    const address = `10.${vpc}.${Math.floor(number / 200)}.${10 + number % 200}`;
    // Every tenth has a public address of its own.
    const outside = number % 10 === 0 ? `47.96.${Math.floor(number / 200)}.${10 + number % 200}` : "";
    return { number, vpc, address, outside, groups: of.groups.map(group) };
  });
  const blocks = [
    "0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "10.0.4.0/22", "100.64.0.0/10",
    "172.16.0.0/12", "198.51.100.0/24", "203.0.113.0/25", "203.0.113.128/25", "198.51.100.17/32",
  ];
  const ports = ["22/22", "80/80", "443/443", "3306/3306", "6379/6379", "8080/8090", "9100/9100", "1/65535", "30000/32767"];
  const rule = (own, place) => {
    const egress = place >= RULES_EACH - 3;
    const protocol = pick(["TCP", "TCP", "TCP", "TCP", "UDP", "ICMP", "ALL"]);
    const port = protocol === "TCP" || protocol === "UDP" ? pick(ports) : "-1/-1";
    const side = egress ? "Dest" : "Source";
    // A third of the rules names a group of the same VPC, mostly one in use.
    const named = 3 * Math.floor(chance() * (chance() < 0.7 ? 45 : 160)) + own % 3;
    const other = chance() < 0.35 && named !== own ? group(named) : "";
    const block = other ? "" : chance() < 0.3 ? `10.${own % 3}.${Math.floor(chance() * 10)}.${10 + Math.floor(chance() * 200)}/32` : pick(blocks);
    return {
      SecurityGroupRuleId: `sgr-bp1${own}x${place}`,
      Direction: egress ? "egress" : "ingress",
      IpProtocol: protocol,
      PortRange: port,
      SourcePortRange: "",
      SourceCidrIp: side === "Source" ? block : "",
      DestCidrIp: side === "Dest" ? block : "",
      Ipv6SourceCidrIp: "",
      Ipv6DestCidrIp: "",
      SourceGroupId: side === "Source" ? other : "",
      DestGroupId: side === "Dest" ? other : "",
      SourceGroupName: "",
      DestGroupName: "",
      SourceGroupOwnerAccount: "",
      DestGroupOwnerAccount: "",
      SourcePrefixListId: "",
      DestPrefixListId: "",
      NicType: "intranet",
      Policy: chance() < 0.9 ? "Accept" : "Drop",
      Priority: 1 + Math.floor(chance() * 100),
      Description: "",
      CreateTime: "",
    };
  };
  const groups = Array.from({ length: GROUPS }, (_, number) => number);
  const vpcOf = (number) => VPCS[number % 3][0];
  const token = (last) => ({ NextToken: last ? "" : "AAAAAdDWBF2", RegionId: REGION, RequestId: "" });
  const replies = [
    ...pages(groups, 100).map(([part, last]) => ({
      ...token(last),
      SecurityGroups: {
        SecurityGroup: part.map((number) => ({
          SecurityGroupId: group(number), SecurityGroupName: `group-${number + 1}`, Description: "",
          SecurityGroupType: "normal", VpcId: vpcOf(number), ServiceManaged: false, ResourceGroupId: "",
          CreationTime: "", Tags: { Tag: [] },
        })),
      },
    })),
    ...groups.map((number) => ({
      SecurityGroupId: group(number), SecurityGroupName: `group-${number + 1}`, Description: "", VpcId: vpcOf(number),
      InnerAccessPolicy: number % 3 === 1 ? "Drop" : "Accept", NextToken: "", RegionId: REGION, RequestId: "",
      Permissions: { Permission: Array.from({ length: RULES_EACH }, (_, place) => rule(number, place)) },
    })),
    ...pages(interfaces, 100).map(([part, last]) => ({
      ...token(last),
      Instances: {
        Instance: part.map((it) => ({
          InstanceId: `i-bp1${it.number}`, InstanceName: `instance-${it.number + 1}`, InstanceNetworkType: "vpc",
          Status: "Running", RegionId: REGION, ZoneId: "", SecurityGroupIds: { SecurityGroupId: it.groups },
          VpcAttributes: { VpcId: VPCS[it.vpc][0], VSwitchId: "", NatIpAddress: "", PrivateIpAddress: { IpAddress: [it.address] } },
          PublicIpAddress: { IpAddress: [] }, EipAddress: { IpAddress: it.outside, AllocationId: "" },
          NetworkInterfaces: { NetworkInterface: [{ NetworkInterfaceId: `eni-bp1${it.number}`, PrimaryIpAddress: it.address, Type: "Primary" }] },
        })),
      },
    })),
    ...pages(interfaces, 500).map(([part, last]) => ({
      ...token(last),
      NetworkInterfaceSets: {
        NetworkInterfaceSet: part.map((it) => ({
          NetworkInterfaceId: `eni-bp1${it.number}`, NetworkInterfaceName: "", Description: "", Type: "Primary",
          Status: "InUse", InstanceId: `i-bp1${it.number}`, VpcId: VPCS[it.vpc][0], VSwitchId: "", ZoneId: "",
          PrivateIpAddress: it.address, SecurityGroupIds: { SecurityGroupId: it.groups },
          PrivateIpSets: {
            PrivateIpSet: [{ PrivateIpAddress: it.address, Primary: true, AssociatedPublicIp: { PublicIpAddress: it.outside } }],
          },
          AssociatedPublicIp: { PublicIpAddress: it.outside }, Ipv6Sets: { Ipv6Set: [] }, Tags: { Tag: [] },
        })),
      },
    })),
    {
      TotalCount: VPCS.length, PageNumber: 1, PageSize: 50, RequestId: "",
      Vpcs: { Vpc: VPCS.map(([VpcId, CidrBlock]) => ({ VpcId, VpcName: "", CidrBlock, RegionId: REGION, Status: "Available", SecondaryCidrBlocks: { SecondaryCidrBlock: [] } })) },
    },
  ];
  return replies.map((reply) => `${JSON.stringify(reply, null, "\t")}\n`).join("");
}

/** A list in pages, each with whether it is the last one. */
function pages(list, size) {
  const count = Math.ceil(list.length / size);
  return Array.from({ length: count }, (_, page) => [list.slice(page * size, (page + 1) * size), page + 1 === count]);
}

/** Numbers from 0 to 1 that look random (mulberry32). */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
