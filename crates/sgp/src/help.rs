//! What each command says of itself, with an example.

pub(super) const ALL: &str = "\
sgp: who reaches whom through ECS security groups, and why

  sgp evaluate SCENARIO              verdicts about packets, as JSON lines
  sgp explain  SCENARIO SRC DST [PACKET]
                                     why a packet passes or does not, in words
  sgp space    SCENARIO SRC DST      every packet between two ends, as regions with reasons
  sgp matrix   SCENARIO              who reaches whom, for every pair
  sgp diff     BEFORE AFTER          which pairs fare differently in two scenarios
  sgp check    SCENARIO GOALS        goals against a scenario, for CI
  sgp fix      SCENARIO SRC DST PACKETS
                                     what would open or close a path, as API calls
  sgp lint     SCENARIO              what is odd about a scenario, with evidence and fixes
  sgp export   SCENARIO              Terraform or a script of calls that rebuilds it, or a table
  sgp import   FILE…                 replies of the API and Terraform states, as a scenario
  sgp sign                           signatures of API requests, stage by stage, as JSON lines
  sgp serve                          the API on a port of this machine, for client libraries

SCENARIO is a scenario document (JSON); static/scenario.schema.json describes it.
SRC and DST are ends: an instance or network interface by id, an instance or an outside address by
name, or an IP address. An instance stands for its primary interface.
PACKET is tcp/443, udp/53, icmp, icmpv6, gre or protocol/50.

Exit codes: 0 done, 1 the answer is no (a goal is not met, there is no fix, a
finding is denied), 2 the command or its input is wrong.
`sgp COMMAND --help` tells more and shows an example. `sgp --version` names the version.
";

pub(super) const EVALUATE: &str = "\
sgp evaluate SCENARIO [--rules all|matching|none]

Reads packets as JSON lines from standard input and writes one JSON answer per line, in the same
order: the verdict (pass, blocked, unknown), the clause it rests on, the decider, the rules that
could equally be named as decider, and the check at both ends with every rule that was tried, or
only with those that match, or with none.

  src, dst    ends: ids, names or IP addresses
  protocol    tcp, udp, icmp, icmpv6, gre or a number
  src_port    49152 when absent
  dst_port    needed for TCP and UDP
  id          anything; it comes back with the answer

A line that cannot be answered gets an object with `error` and `line`, and the stream goes on.

Example:
  echo '{\"src\":\"ecs1\",\"dst\":\"ecs2\",\"protocol\":\"tcp\",\"dst_port\":443}' |
    sgp evaluate three-groups.json
";

pub(super) const EXPLAIN: &str = "\
sgp explain SCENARIO SRC DST [PACKET] [--source-port PORT]
            [--language en|zh] [--format text|markdown|json]

Says in words why a packet passes or does not: the verdict, then every layer in order, the rules
that were tried and what became of each. Without PACKET it explains all packets between the two.
Of an outside address block it speaks of one address that stands for its largest part.

Example:
  sgp explain three-groups.json ecs1 ecs2 tcp/443 --language zh
";

pub(super) const SPACE: &str = "\
sgp space SCENARIO SRC DST [--language en|zh] [--format text|json]

Cuts all packets between two ends into regions, each with its verdict, the clause and the reason.
An outside address block is cut where its addresses fare differently. A second, independent
decision procedure then checks that the regions cover every packet, do not overlap and are right,
and its verdict is the last line.

Example:
  sgp space three-groups.json internet ecs1
";

pub(super) const MATRIX: &str = "\
sgp matrix SCENARIO [--view egress|ingress|both] [--packet PACKET]
           [--language en|zh] [--format text|json|csv]

Shows who reaches whom: rows send, columns receive. --view shows only what senders let out or only
what receivers let in; --packet asks about one protocol and port.

Example:
  sgp matrix three-groups.json --packet tcp/443
";

pub(super) const DIFF: &str = "\
sgp diff BEFORE AFTER [--view egress|ingress|both] [--packet PACKET]
         [--detail pairs|verdicts|reasons] [--language en|zh] [--format text|json]

Lists the pairs that fare differently in two scenarios: opened, closed, widened, narrowed or
changed, each with a packet that passes in one of the two only, and below it the packets that
changed, region by region, with what decided about them before and now and one of them as proof.
`reason` marks packets that fare as before for another reason; --detail verdicts leaves these out,
--detail pairs says one line for a pair. Pairs are told by interface id and by the names of outside
addresses. `No packet changes.` is an answer too. The exit code is 0 either way.

Example:
  sgp diff before.json after.json
";

pub(super) const FIX: &str = "\
sgp fix SCENARIO SRC DST PACKETS [--wish reach|stop] [--language en|zh] [--format text|json]

Searches every smallest set of edits after which SRC reaches DST on these packets, or with
`--wish stop` does not reach it on any of them: adding a rule, removing one, giving one another
priority, setting a policy, joining or leaving a group. Each is verified by evaluating the edited
scenario and shown as API calls, with what else it opens or closes; the one with the least other
effect comes first. PACKETS is tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50
or all. Exit code 0: there is a fix, or nothing to fix; 1: there is none.

Example:
  sgp fix three-groups.json ecs1 ecs3 tcp/443
";

pub(super) const LINT: &str = "\
sgp lint SCENARIO [--deny risk|warning|notice] [--language en|zh] [--format text|json]

Lists what is odd: rules that never decide, that are shadowed or redundant (judged on all packets,
not on their fields), sensitive ports open to the Internet, a Drop made pointless by Accept, quotas
nearly used, each with a stable name, its evidence and edits that end it. With --deny the exit code
is 1 when a finding is at least that severe.

Example:
  sgp lint after.json
";

pub(super) const EXPORT: &str = "\
sgp export SCENARIO [--as terraform|script|scenario|csv] [--language en|zh]

Writes the scenario for other programs: Terraform configuration for the provider aliyun/alicloud, a
shell script of CLI calls that builds the groups with their rules and members from nothing, the
scenario document itself, or the matrix for a spreadsheet. Every call of the script has been tried
on the emulator; one that the service would refuse is a comment. What a form cannot say is a comment
too, and what only you know (ids of instances, an image) is a variable at the top.

Example:
  sgp export three-groups.json --as script
";

pub(super) const IMPORT: &str = "\
sgp import FILE… [--anonymise NUMBER] [--language en|zh]

Makes a scenario document of what an account says: replies of DescribeSecurityGroupAttribute,
DescribeSecurityGroups, DescribeInstances, DescribeNetworkInterfaces, DescribePrefixListAttributes
and DescribeVpcs in JSON or XML, as clients print them, one or many in a file; Terraform states
(terraform show -json, terraform.tfstate); scenario documents. All of them make one scenario.
Standard error says with line and column what was not understood or left out, and what was assumed.

  --anonymise  other ids, names and addresses, made from this number; every answer stays the same

Example:
  aliyun ecs DescribeSecurityGroupAttribute --SecurityGroupId sg-web > web.json
  aliyun ecs DescribeInstances > instances.json
  sgp import web.json instances.json > scene.json
";

pub(super) const CHECK: &str = "\
sgp check SCENARIO GOALS [--junit FILE] [--language en|zh] [--format text|json]

Judges goals on all their packets, not on samples, and writes a line for each; one that is not met
names the offending packet. Exit code 0: all are met; 1: some are not.

GOALS is a JSON file (static/goals.schema.json describes it):
  { \"version\": 1, \"goals\": [
    { \"from\": \"web\", \"to\": \"db\", \"packets\": [\"tcp/5432\"], \"expect\": \"passOnly\" },
    { \"name\": \"db is closed\", \"from\": \"internet\", \"to\": \"db\", \"expect\": \"blocked\" } ] }

  from, to    ends, as everywhere
  packets     tcp/443, tcp/8000-9000, tcp, udp/53, icmp, icmpv6, gre, protocol/50, all;
              all packets when absent
  expect      pass: each of them passes; blocked: none of them passes;
              passOnly: each of them passes and nothing else does

Example:
  sgp check three-groups.json goals.json --junit report.xml
";

pub(super) const SIGN: &str = "\
sgp sign

Reads requests as JSON lines from standard input and writes one JSON object per line, in the same
order: what each stage of signing gives. Other members of an object are ignored.

  version 1.0 (HMAC-SHA1), signed in parameters:
    method, signed_params, access_key_secret
      gives string_to_sign, signature
  version 3 (ACS3-HMAC-SHA256), signed in headers:
    method, query, headers, body, access_key_id, access_key_secret,
    signed_headers: the names to sign, as a list or joined by semicolons. Without it those that
    the Authorization among the headers names; without that host, content-type and x-acs-…
      gives canonical_request, string_to_sign, signature, authorization

A line that cannot be signed gets an object with `error` and `line`, and the stream goes on; the
exit code is then 2. Neither the secret nor any other part of such a line is repeated.

Example:
  echo '{\"method\":\"GET\",\"signed_params\":{\"Action\":\"DescribeRegions\"},\"access_key_secret\":\"s\"}' |
    sgp sign
";

pub(super) const SERVE: &str = "\
sgp serve [--port PORT] [--scenario SCENARIO] [--state FILE]
          [--access-key-id ID] [--access-key-secret SECRET]
          [--deny OPERATION,…] [--per-minute COUNT]

Answers the ECS API (2014-05-26) over plain HTTP on 127.0.0.1, so that client libraries can call it.
It checks signatures of both versions, answers in JSON and XML, and logs every call: when, status,
operation, code, RequestId. Ctrl-C stops it.

  --port      8086 when absent; 0 takes any free one, and the first line of the log names it
  --scenario  the scene to begin with; without it the three groups of the first lesson
  --state     keeps the scene in this file across restarts, as a scenario document. A file that
              exists is gone on with, and --scenario is not read; one that is no document is left
              as it is. FILE.lock beside it keeps a second server away. Client tokens and nonces
              are not kept.
  --access-key-id, --access-key-secret
              the key whose signatures are accepted: testid and testsecret when absent. A secret
              among the options can be seen by other users of the machine; the variables
              SGP_ACCESS_KEY_ID and SGP_ACCESS_KEY_SECRET say the same unseen.
  --deny, --per-minute
              what a client should be able to live with: these operations end in Forbidden.RAM, and
              more calls than that within a minute in Throttling

Example:
  sgp serve --scenario three-groups.json --state scene.json
";
