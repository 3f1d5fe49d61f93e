//! The shapes of documents that an import recognizes. `docs/import.md` lists the same, which a test
//! compares.

macro_rules! shapes {
    ($($(#[$doc:meta])* $variant:ident $name:literal;)+) => {
        /// A shape of document.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Shape {
            $($(#[$doc])* $variant,)+
        }

        impl Shape {
            /// Every shape, once each.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name, as in `docs/import.md`.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }
    };
}

shapes! {
    /// A group with its rules.
    SecurityGroupAttribute "DescribeSecurityGroupAttribute";
    /// The groups of a region.
    SecurityGroups "DescribeSecurityGroups";
    /// The instances of a region.
    Instances "DescribeInstances";
    /// One instance.
    InstanceAttribute "DescribeInstanceAttribute";
    /// The network interfaces of a region.
    Interfaces "DescribeNetworkInterfaces";
    /// One network interface.
    InterfaceAttribute "DescribeNetworkInterfaceAttribute";
    /// The prefix lists of a region, without their entries.
    PrefixLists "DescribePrefixLists";
    /// A prefix list with its entries.
    PrefixListAttributes "DescribePrefixListAttributes";
    /// The port lists of a region, without their entries.
    PortRangeLists "DescribePortRangeLists";
    /// A port list with its entries.
    PortRangeListEntries "DescribePortRangeListEntries";
    /// The VPCs of a region.
    Vpcs "DescribeVpcs";
    /// One VPC.
    VpcAttribute "DescribeVpcAttribute";
    /// The vSwitches of VPCs.
    VSwitches "DescribeVSwitches";
    /// The peering connections of VPCs.
    VpcPeerConnections "ListVpcPeerConnections";
    /// The route tables of VPCs.
    RouteTables "DescribeRouteTableList";
    /// The routes of a route table.
    RouteEntries "DescribeRouteEntryList";
    /// The NAT gateways of a region.
    NatGateways "DescribeNatGateways";
    /// The SNAT entries of a NAT gateway.
    SnatEntries "DescribeSnatTableEntries";
    /// The elastic IP addresses of a region.
    Eips "DescribeEipAddresses";
    /// Which groups have rules that reference a group.
    References "DescribeSecurityGroupReferences";
    /// Another reply that is known by name and holds nothing that an import uses.
    OtherReply "other API response";
    /// A reply that reports an error.
    ErrorReply "error response";
    /// The console's export of a group's rules, as JSON.
    RuleList "console export (JSON)";
    /// The console's export of a group's rules, as CSV.
    RuleTable "console export (CSV)";
    /// What the Ansible modules for Alibaba Cloud return.
    AnsibleFacts "Ansible facts";
    /// A stored Terraform state of version 3.
    StateV3 "Terraform state, version 3";
    /// A stored Terraform state of version 4.
    StateV4 "Terraform state, version 4";
    /// A Terraform state as printed by `terraform show -json`.
    StateShown "terraform show -json, state";
    /// A Terraform plan as printed by `terraform show -json`.
    PlanShown "terraform show -json, plan";
    /// Output of Terraform in a version or form that is not read.
    OtherTerraform "other Terraform output";
    /// The project's own document.
    ScenarioDocument "scenario document";
}
