//! Services that should not be open to everyone, and their ports.

use crate::connectivity::flow::Packet;
use crate::model::Port;

/// A service that should not be open to everyone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SensitivePort {
    /// The port; TCP unless `udp` is set.
    pub port: u16,
    /// Whether the service uses UDP.
    pub udp: bool,
    /// Its name, the same in every language.
    pub service: &'static str,
}

/// The date of the table of sensitive ports.
pub const SENSITIVE_PORTS_DATE: &str = "2026-01";

const fn tcp(port: u16, service: &'static str) -> SensitivePort {
    SensitivePort { port, udp: false, service }
}

const fn udp(port: u16, service: &'static str) -> SensitivePort {
    SensitivePort { port, udp: true, service }
}

/// Remote administration, file sharing, databases, caches and control planes at their registered or
/// customary ports, which Internet scans probe first.
pub const SENSITIVE_PORTS: &[SensitivePort] = &[
    tcp(21, "FTP"),
    tcp(22, "SSH"),
    tcp(23, "Telnet"),
    tcp(135, "MSRPC"),
    tcp(139, "NetBIOS"),
    tcp(445, "SMB"),
    tcp(873, "rsync"),
    tcp(1433, "SQL Server"),
    tcp(1521, "Oracle"),
    tcp(2049, "NFS"),
    tcp(2375, "Docker"),
    tcp(2379, "etcd"),
    tcp(3306, "MySQL"),
    tcp(3389, "RDP"),
    tcp(5432, "PostgreSQL"),
    tcp(5900, "VNC"),
    tcp(5985, "WinRM"),
    tcp(6379, "Redis"),
    tcp(6443, "Kubernetes"),
    tcp(9200, "Elasticsearch"),
    tcp(11211, "Memcached"),
    tcp(27017, "MongoDB"),
    udp(161, "SNMP"),
    udp(389, "CLDAP"),
    udp(1900, "SSDP"),
    udp(11211, "Memcached"),
];

impl SensitivePort {
    pub(super) fn packet(self) -> Option<Packet> {
        let port = Port::new(self.port)?;
        Some(if self.udp { Packet::udp(port) } else { Packet::tcp(port) })
    }
}
