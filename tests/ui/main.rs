//! Tests of the page: its state and its natively rendered components.

mod autosave;
mod builder;
mod drawer;
mod drawing;
mod drawn;
mod embed;
mod export;
mod import;
mod lessons;
mod links;
mod locks;
mod memory;
mod opened;
mod prediction;
mod quiz;
mod readers;
mod render;
mod render_edit;
mod render_views;
mod state;
mod statements;
