"""Pure rules: frames in, frames out. No database, no screen."""
