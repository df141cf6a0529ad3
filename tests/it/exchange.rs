//! `copydesk export`, `import` and `convert`, and files made to do harm.

mod command;
mod hostile;
mod refusing;
