//! What only the desktop knows or does: light or dark, file dialogs, showing a folder.

use std::path::Path;
use std::process::{Command, Stdio};

use eframe::egui;

use copydesk_i18n::tr;

/// What opens a folder on this system.
#[cfg(target_os = "linux")]
pub const FILE_PROGRAM: &str = "xdg-open";
#[cfg(target_os = "macos")]
pub const FILE_PROGRAM: &str = "open";
#[cfg(target_os = "windows")]
pub const FILE_PROGRAM: &str = "explorer";

/// Has `program` show the folder at `path`, and waits for it. `Err` says why it could not.
pub fn show_folder(program: &str, path: &Path) -> Result<(), String> {
    let shown = path.display().to_string();
    if !path.is_dir() {
        return Err(tr!("shell-folder-missing", path = shown));
    }
    let mut command = Command::new(program);
    let command = command.arg(path).stdin(Stdio::null());
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    match status {
        Ok(status) if status.success() || cfg!(target_os = "windows") => Ok(()),
        Ok(_) => Err(tr!("shell-folder-no-program", path = shown)),
        Err(error) => Err(tr!(
            "shell-folder-failed",
            program = program,
            error = error.to_string(),
            path = shown,
        )),
    }
}

/// Follows the desktop's choice for as long as the program runs.
///
/// On Linux it is the portal's `org.freedesktop.appearance color-scheme` (0 no preference, 1 dark,
/// 2 light). Elsewhere the window system tells egui by itself.
#[cfg(target_os = "linux")]
pub fn follow_theme(ctx: &egui::Context) {
    let ctx = ctx.clone();
    let thread = std::thread::Builder::new().name("desktop theme".to_owned());
    // Without a portal, or a thread, the theme stays light: nothing to tell anybody.
    drop(thread.spawn(move || portal::follow(&ctx)));
}

#[cfg(not(target_os = "linux"))]
pub fn follow_theme(_ctx: &egui::Context) {}

/// Whether this machine can show a file dialog: on Linux by zenity or the portal, elsewhere always.
pub fn has_file_dialog() -> bool {
    #[cfg(target_os = "linux")]
    {
        has_zenity() || portal::is_there()
    }
    #[cfg(not(target_os = "linux"))]
    true
}

/// Whether file dialogs are those of zenity.
pub fn uses_zenity() -> bool {
    #[cfg(target_os = "linux")]
    {
        has_zenity() && !portal::is_there()
    }
    #[cfg(not(target_os = "linux"))]
    false
}

#[cfg(target_os = "linux")]
fn has_zenity() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| folder.join("zenity").is_file())
}

#[cfg(target_os = "linux")]
mod portal {
    use eframe::egui;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    const PORTAL: &str = "org.freedesktop.portal.Desktop";
    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEY: &str = "color-scheme";

    pub fn follow(ctx: &egui::Context) -> Option<()> {
        let connection = Connection::session().ok()?;
        let proxy = Proxy::new(
            &connection,
            PORTAL,
            "/org/freedesktop/portal/desktop",
            "org.freedesktop.portal.Settings",
        )
        .ok()?;
        let changes = proxy.receive_signal("SettingChanged").ok()?;
        if let Ok(value) = proxy.call::<_, _, OwnedValue>("ReadOne", &(NAMESPACE, KEY)) {
            adopt(ctx, &value);
        }
        for change in changes {
            let body = change.body();
            if let Ok((namespace, key, value)) = body.deserialize::<(String, String, Value<'_>)>()
                && namespace == NAMESPACE
                && key == KEY
            {
                adopt(ctx, &value);
            }
        }
        Some(())
    }

    /// Whether the portal runs, or would be started when it is asked.
    pub fn is_there() -> bool {
        let names = |method: &str| {
            let connection = Connection::session().ok()?;
            let (name, path) = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
            let bus = Proxy::new(&connection, name, path, name).ok()?;
            bus.call::<_, _, Vec<String>>(method, &()).ok()
        };
        ["ListNames", "ListActivatableNames"]
            .into_iter()
            .filter_map(names)
            .flatten()
            .any(|name| name == PORTAL)
    }

    fn adopt(ctx: &egui::Context, value: &Value<'_>) {
        let inner = match value {
            Value::Value(inner) => inner,
            other => other,
        };
        let theme = match inner {
            Value::U32(1) => egui::Theme::Dark,
            _ => egui::Theme::Light,
        };
        ctx.options_mut(|options| options.fallback_theme = theme);
        ctx.request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_cannot_be_shown_is_told_with_its_path() {
        let folder = std::env::temp_dir();
        let gone = folder.join("copydesk has never made this");
        let missing = show_folder("xdg-open", &gone).unwrap_err();
        assert!(missing.starts_with("Could not show the folder: it is not there yet: "));
        assert!(missing.ends_with("copydesk has never made this"));
        let trouble = show_folder("/nonexistent/program", &folder).unwrap_err();
        assert!(trouble.contains("/nonexistent/program"), "{trouble}");
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_fails_is_told_too() {
        let folder = std::env::temp_dir();
        assert_eq!(show_folder("true", &folder), Ok(()));
        let trouble = show_folder("false", &folder).unwrap_err();
        assert!(trouble.contains("no program for folders"), "{trouble}");
    }
}
