//! Whether the desktop is set to light or dark, where the window system does not say.

use eframe::egui;

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

#[cfg(target_os = "linux")]
mod portal {
    use eframe::egui;
    use zbus::blocking::{Connection, Proxy};
    use zbus::zvariant::{OwnedValue, Value};

    const NAMESPACE: &str = "org.freedesktop.appearance";
    const KEY: &str = "color-scheme";

    pub fn follow(ctx: &egui::Context) -> Option<()> {
        let connection = Connection::session().ok()?;
        let proxy = Proxy::new(
            &connection,
            "org.freedesktop.portal.Desktop",
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
