//! The seams of the import dialog: the script that collects an account, which few visits need, and
//! what opens an account that was read.

use crate::component::kit::later::{View, shown};
use crate::component::share::import::collect::{CollectScript, CollectScriptProps};
use crate::component::share::import::opening::{OpenImported, OpenImportedProps};
use crate::part::Loading;
use crate::seam;

seam! { pub(crate) static COLLECT: View<CollectScriptProps> = shown::<CollectScript>; collect_script in collect }
seam! { pub(crate) static OPEN_IMPORTED: View<OpenImportedProps> = shown::<OpenImported>; open_imported in opening }

/// Downloads each of these parts.
pub(crate) fn parts() -> [fn() -> Loading; 2] {
    [COLLECT.loader(), OPEN_IMPORTED.loader()]
}
