//! Where log files are chosen or dropped.

use yew::prelude::*;

use crate::component::kit::file_field::FileField;
use crate::platform;
use crate::platform::ChosenFile;
use crate::text::flows as text;

/// Properties of [`LogIntake`].
#[derive(Properties, PartialEq)]
pub(super) struct LogIntakeProps {
    /// Called with the files to read.
    pub(super) onfiles: Callback<Vec<ChosenFile>>,
}

/// The field, in an area for files that are dropped.
#[component]
pub(super) fn LogIntake(props: &LogIntakeProps) -> Html {
    let over = use_state_eq(|| false);
    let drags = |inside: bool| {
        let over = over.setter();
        Callback::from(move |event: DragEvent| {
            // Otherwise the browser would open the file and leave the page.
            event.prevent_default();
            over.set(inside);
        })
    };
    let ondrop = {
        let (over, onfiles) = (over.setter(), props.onfiles.clone());
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(false);
            onfiles.emit(platform::dropped_files(&event));
        })
    };
    html! {
        <div class={classes!("intake", over.then_some("over-it"))} ondragover={drags(true)} ondragleave={drags(false)} {ondrop}>
            <FileField id="flows-files" label={text::FILES} hint={text::DROP} onfiles={props.onfiles.clone()} />
        </div>
    }
}
