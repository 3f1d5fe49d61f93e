//! Text as a QR code: its dark modules as an SVG path.

use qrcodegen::{QrCode, QrCodeEcc};

/// The quiet zone that scanners need around a code, in modules (ISO/IEC 18004).
const QUIET: i32 = 4;

/// The side of the code in modules including the quiet zone, and its dark modules as an SVG path:
/// one flat rectangle for every run in a row.
pub fn qr_path(text: &str) -> Option<(i32, String)> {
    let code = QrCode::encode_text(text, QrCodeEcc::Low).ok()?;
    let mut path = String::new();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            // Modules outside the code are light, so every run ends at the edge at the latest.
            let run = (column..).take_while(|place| code.get_module(*place, row)).count();
            let length = i32::try_from(run).unwrap_or_default();
            if length > 0 {
                let (x, y) = (column + QUIET, row + QUIET);
                path.push_str(&format!("M{x} {y}h{length}v1h-{length}z"));
            }
            column += length + 1;
        }
    }
    Some((code.size() + 2 * QUIET, path))
}
