#!/usr/bin/env python3
"""A second engine, written from the published statements about security groups.

It shares nothing with the engine of the project: no code, no types, no order of work. It reads
scenario documents (static/scenario.schema.json) with questions and the answers of the other engine,
one JSON object a line, decides every question anew, and reports the differences:

    {"scenario": {...}, "questions": [[source, destination, packet, verdict], ...]}

An end is [interface or null, address]; a packet is [protocol], ["OTHER", number] or
[protocol, source port, destination port]; a verdict is "pass", "blocked" or "unknown".
`cargo test -p sg-core --test core -- second_engine` writes the lines (docs/reliability.md).
"""

import ipaddress
import json
import sys

# Addresses that no packet of the Internet carries: private, shared, link-local, loopback, reserved.
NOT_INTERNET = [
    ipaddress.ip_network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",
    )
]
GLOBAL_IPV6 = ipaddress.ip_network("2000::/3")
METADATA = ipaddress.ip_address("100.100.100.200")


class Undefined(Exception):
    """The statements say nothing about such a question."""


def on_internet(address):
    if address.version == 6:
        return address in GLOBAL_IPV6
    return not any(address in block for block in NOT_INTERNET)


class Block:
    """An address block as numbers; a packet of the other family is never inside."""

    def __init__(self, text):
        network = ipaddress.ip_network(text, strict=False)
        self.version = network.version
        self.low, self.high = int(network[0]), int(network[-1])

    def holds(self, address):
        return address.version == self.version and self.low <= int(address) <= self.high


class Rule:
    """One rule: what it matches, and where it stands in the order."""

    def __init__(self, fields, lists):
        self.ingress = fields["direction"] == "ingress"
        self.accepts = fields.get("policy", "Accept").lower() == "accept"
        # Priority first; at equal priority, Drop before Accept.
        self.order = (fields.get("priority", 1), self.accepts)
        self.protocol = fields["ipProtocol"].upper()
        self.ports = ports(fields.get("portRange"))
        self.source_ports = ports(fields.get("sourcePortRange"))
        peer, own = ("source", "dest") if self.ingress else ("dest", "source")
        self.group = fields.get(peer + "GroupId")
        listed = fields.get(peer + "PrefixListId")
        cidr = block_of(fields, peer)
        self.blocks = lists[listed] if listed else [cidr] if cidr else []
        self.own = block_of(fields, own)

    def matches(self, packet, own, remote, member):
        """`member` is the interface at the other end of an internal path."""
        if self.own and not self.own.holds(own):
            return False
        if self.group is not None:
            if member is None or self.group not in member.groups:
                return False
        elif not any(block.holds(remote) for block in self.blocks):
            return False
        if self.protocol == "ALL":
            return True
        name = packet[0]
        if name == "OTHER":
            return self.protocol == str(packet[1])
        if self.protocol != name:
            return False
        if name in ("TCP", "UDP"):
            return within(self.source_ports, packet[1]) and within(self.ports, packet[2])
        return True


def block_of(fields, side):
    text = fields.get(side + "CidrIp") or fields.get("ipv6" + side.capitalize() + "CidrIp")
    return Block(text) if text else None


def ports(text):
    """The first and last port; `None` for every port."""
    if text is None or text == "-1/-1":
        return None
    first, last = text.split("/")
    return int(first), int(last)


def within(range_, port):
    return range_ is None or range_[0] <= port <= range_[1]


class Interface:
    def __init__(self, fields, groups):
        self.groups = set(fields["securityGroupIds"])
        first = groups[fields["securityGroupIds"][0]]
        self.basic = first["basic"]
        self.vpc = fields.get("vpcId", first["vpc"])
        self.private = [ipaddress.ip_address(text) for text in fields["privateIpAddresses"]]
        public = fields.get("publicIpAddress")
        self.public = ipaddress.ip_address(public) if public else None
        # One list per direction, of all groups together.
        rules = [rule for own in self.groups for rule in groups[own]["rules"]]
        rules.sort(key=lambda rule: rule.order)
        self.ingress = [rule for rule in rules if rule.ingress]
        self.egress = [rule for rule in rules if not rule.ingress]

    def shown_for(self, private):
        """The public address of a private one: it belongs to the primary IPv4 address."""
        primary = next((own for own in self.private if own.version == 4), None)
        return self.public if private == primary else None

    def behind(self, public):
        """The private address behind a public one."""
        if public is None or public != self.public:
            return None
        return next((own for own in self.private if own.version == 4), None)

    def side(self, ingress, packet, own, remote, member):
        """The first rule that matches decides; without one, the default of the type."""
        for rule in self.ingress if ingress else self.egress:
            if rule.matches(packet, own, remote, member):
                return rule.accepts
        return self.basic and not ingress


class World:
    def __init__(self, document):
        vpcs = document.get("vpcs", [])
        self.snat = {vpc["vpcId"]: vpc.get("snat") for vpc in vpcs}
        self.inside = [Block(text) for vpc in vpcs for text in vpc["cidrBlocks"]]
        self.routes = {frozenset(route["vpcIds"]) for route in document.get("routes", [])}
        lists = {
            own["prefixListId"]: [Block(text) for text in own["cidrBlocks"]]
            for own in document.get("prefixLists", [])
        }
        self.groups = {}
        for group in document["securityGroups"]:
            basic = group.get("securityGroupType", "normal") == "normal"
            self.groups[group["securityGroupId"]] = {
                "basic": basic,
                "accepts": basic and group.get("innerAccessPolicy", "Accept").lower() == "accept",
                "vpc": group.get("vpcId", vpcs[0]["vpcId"] if len(vpcs) == 1 else None),
                "rules": [Rule(rule, lists) for rule in group.get("rules", [])],
            }
        every = list(document.get("networkInterfaces", []))
        for instance in document.get("instances", []):
            every += instance["networkInterfaces"]
        self.interfaces = {
            own["networkInterfaceId"]: Interface(own, self.groups) for own in every
        }
        self.published = {own.public for own in self.interfaces.values() if own.public}
        options = document.get("options", {})
        self.policy_first = options.get("intraGroupPrecedence", "policyWins") == "policyWins"

    def end(self, given):
        name, address = given
        address = ipaddress.ip_address(address)
        if name is not None:
            if name not in self.interfaces:
                raise Undefined
            return self.interfaces[name], address
        # A host outside has none of the account's addresses.
        if address in self.published or any(block.holds(address) for block in self.inside):
            raise Undefined
        return None, address

    def decide(self, source, destination, packet):
        (sender, sends), (receiver, receives) = self.end(source), self.end(destination)
        if sender is receiver or sends.version != receives.version:
            raise Undefined
        if packet[0] == {4: "ICMPV6", 6: "ICMP"}[sends.version]:
            raise Undefined
        if sender is not None and sends not in sender.private:
            raise Undefined
        internal = sender is not None and receiver is not None and receives in receiver.private
        private = receives
        if receiver is not None and receives not in receiver.private:
            private = receiver.behind(receives)
            if private is None:
                raise Undefined
        doubt, seen_as = False, sends
        if internal:
            pair = frozenset((sender.vpc, receiver.vpc))
            if len(pair) == 2 and pair not in self.routes:
                return "blocked"
        else:
            if receiver is not None and sender is None:
                # Into a VPC only through a public address of the interface.
                if sends.version == 4 and on_internet(sends):
                    if receiver.shown_for(private) is None:
                        return "blocked"
            elif receives.version == 4 and on_internet(receives):
                seen_as = sender.shown_for(sends)
                if seen_as is None:
                    # Out of it only through SNAT, whose address no scenario holds.
                    snat = self.snat[sender.vpc]
                    if snat is False:
                        return "blocked"
                    doubt = snat is None or receiver is not None
        shared = internal and any(
            self.groups[own]["accepts"] for own in sender.groups & receiver.groups
        )
        if sender is not None:
            if not self.leaves(sender, packet, sends, receives, receiver, internal, shared):
                return "blocked"
        if doubt:
            return "unknown"
        if receiver is not None and not shared:
            member = sender if internal else None
            if not receiver.side(True, packet, private, seen_as, member):
                return "blocked"
        return "pass"

    def leaves(self, sender, packet, sends, receives, receiver, internal, shared):
        if receives == METADATA:
            return True
        if not internal and packet[0] == "TCP" and packet[2] == 25 and on_internet(receives):
            return False
        if shared and self.policy_first:
            return True
        return sender.side(False, packet, sends, receives, receiver if internal else None)


def main():
    decided, undefined, differences = 0, 0, []
    for line in sys.stdin:
        given = json.loads(line)
        world = World(given["scenario"])
        for source, destination, packet, verdict in given["questions"]:
            try:
                own = world.decide(source, destination, packet)
            except Undefined:
                undefined += 1
                continue
            decided += 1
            if own != verdict and len(differences) < 5:
                question = [source, destination, packet]
                differences.append(
                    {"question": question, "here": own, "there": verdict, "scenario": given["scenario"]}
                )
    json.dump({"decided": decided, "undefined": undefined, "differences": differences}, sys.stdout)


if __name__ == "__main__":
    main()
