//! Journeys through the built page in headless Chromium: what only a browser can show.

mod browser;
mod playground;

mod accessibility;
mod errors;
mod flip;
mod keyboard;
mod pictures;
mod preferences;
mod rules;
mod shell;
mod views;
