//! One question: a line of JSON.

use serde::Deserialize;
use serde_json::Value;

use sg_core::connectivity::Packet;
use sg_core::goal::packets;
use sg_core::model::Port;
use sg_core::share::typed;

/// A question.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Question {
    /// Any value; it is returned with the answer.
    #[serde(default)]
    pub(super) id: Option<Value>,
    pub(super) src: String,
    pub(super) dst: String,
    protocol: Value,
    #[serde(default)]
    src_port: Option<u64>,
    #[serde(default)]
    dst_port: Option<u64>,
}

impl Question {
    /// Reads a line.
    pub(super) fn read(line: &[u8]) -> Result<Self, String> {
        // What is right is read the fast way; what is wrong is read again to say where.
        if line.starts_with(b"{")
            && let Ok(question) = serde_json::from_slice(line)
        {
            return Ok(question);
        }
        let text = std::str::from_utf8(line).map_err(|_| "the line is not UTF-8".to_owned())?;
        typed(text).map_err(|error| error.to_string())
    }

    /// The packet that is asked about.
    pub(super) fn packet(&self) -> Result<Packet, String> {
        let name = match &self.protocol {
            Value::String(name) => name.to_ascii_lowercase(),
            Value::Number(number) => number.to_string(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
                return Err("protocol: expected a name or a number".to_owned());
            }
        };
        let port = |field: &str, number: u64| {
            let port = u16::try_from(number).ok().and_then(Port::new);
            port.ok_or_else(|| format!("{field}: {number} is no port: 1 to 65535"))
        };
        let ports = || {
            let source = self.src_port.map_or(Ok(Packet::DYNAMIC_PORT), |n| port("src_port", n))?;
            let destination =
                self.dst_port.ok_or_else(|| format!("dst_port: {name} needs a port"))?;
            Ok::<_, String>((source, port("dst_port", destination)?))
        };
        let packet = match name.as_str() {
            "tcp" | "6" => {
                let (source_port, destination_port) = ports()?;
                return Ok(Packet::Tcp { source_port, destination_port });
            }
            "udp" | "17" => {
                let (source_port, destination_port) = ports()?;
                return Ok(Packet::Udp { source_port, destination_port });
            }
            "icmp" => Packet::Icmp,
            "icmpv6" => Packet::Icmpv6,
            "gre" => Packet::Gre,
            other => other.parse().ok().and_then(packets::by_number).ok_or_else(|| {
                format!("protocol: `{other}` is not tcp, udp, icmp, icmpv6, gre or 0 to 255")
            })?,
        };
        for (field, given) in [("src_port", self.src_port), ("dst_port", self.dst_port)] {
            if given.is_some() {
                return Err(format!("{field}: {name} has no ports"));
            }
        }
        Ok(packet)
    }
}
