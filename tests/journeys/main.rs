//! Journeys through the built page in a headless browser: behaviour that only a browser can show.

mod browser;
mod keys;
mod playground;

mod accessibility;
mod editing;
mod embed;
mod errors;
mod export;
mod flip;
mod import;
mod keyboard;
mod keyboard_journeys;
mod keyboard_tools;
mod lessons;
mod links;
mod offline;
mod pictures;
mod preferences;
mod quiz;
mod rules;
mod shell;
mod storage;
mod views;
