//! Kills and errors at every system call of a save and of the journal: nothing torn, nothing lost, and no
//! "saved" or "kept" that is not true.

mod disk_full;
mod driver;
mod points;
