//! Draws what egui tessellates with the processor alone, so that pictures need no graphics driver.

use std::collections::BTreeMap;

use eframe::egui;
use egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use egui::{Color32, ColorImage, Pos2, Rect, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;

/// A software renderer: premultiplied colors, bilinear textures, no anti-aliasing of its own.
#[derive(Default)]
pub struct Raster {
    textures: BTreeMap<TextureId, ColorImage>,
}

impl TestRenderer for Raster {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        let changes = std::mem::take(&mut delta.set);
        for (id, change) in changes
            .into_iter()
            .flat_map(|(id, changes)| changes.into_iter().map(move |change| (id, change)))
        {
            let ImageData::Color(part) = &change.image;
            match change.pos {
                None => {
                    self.textures.insert(id, ColorImage::clone(part));
                }
                Some([left, top]) => {
                    let Some(texture) = self.textures.get_mut(&id) else {
                        continue;
                    };
                    for y in 0..part.size[1] {
                        let from = y * part.size[0];
                        let to = (top + y) * texture.size[0] + left;
                        texture.pixels[to..to + part.size[0]]
                            .copy_from_slice(&part.pixels[from..from + part.size[0]]);
                    }
                }
            }
        }
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut picture = ColorImage::filled(
            [size.x.round() as usize, size.y.round() as usize],
            Color32::BLACK,
        );
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                continue;
            };
            let texture = self
                .textures
                .get(&mesh.texture_id)
                .ok_or("a mesh without its texture")?;
            draw(&mut picture, &mesh, texture, clipped.clip_rect, scale);
        }
        let bytes = picture
            .pixels
            .iter()
            .flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b(), 255])
            .collect();
        RgbaImage::from_raw(picture.size[0] as u32, picture.size[1] as u32, bytes)
            .ok_or_else(|| "no picture".to_owned())
    }
}

fn draw(picture: &mut ColorImage, mesh: &Mesh, texture: &ColorImage, clip: Rect, scale: f32) {
    for triangle in mesh.indices.chunks_exact(3) {
        let corners = [0, 1, 2].map(|corner| mesh.vertices[triangle[corner] as usize]);
        fill(picture, corners, texture, clip * scale, scale);
    }
}

fn fill(
    picture: &mut ColorImage,
    corners: [Vertex; 3],
    texture: &ColorImage,
    clip: Rect,
    scale: f32,
) {
    let [a, b, c] = corners.map(|corner| (corner.pos.to_vec2() * scale).to_pos2());
    let area = edge(a, b, c);
    if area == 0.0 {
        return;
    }
    let bounds = Rect::from_points(&[a, b, c]).intersect(clip);
    let last = [picture.size[0] as f32, picture.size[1] as f32];
    let columns = bounds.left().max(0.0).floor() as usize
        ..bounds.right().min(last[0]).ceil().max(0.0) as usize;
    for y in bounds.top().max(0.0).floor() as usize
        ..bounds.bottom().min(last[1]).ceil().max(0.0) as usize
    {
        for x in columns.clone() {
            let center = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
            let weights = [
                edge(b, c, center) / area,
                edge(c, a, center) / area,
                edge(a, b, center) / area,
            ];
            let is_inside = weights
                .iter()
                .zip([(b, c), (c, a), (a, b)])
                .all(|(weight, side)| *weight > 0.0 || (*weight == 0.0 && is_top_left(side, area)));
            if is_inside && clip.contains(center) {
                let pixel = &mut picture.pixels[y * last[0] as usize + x];
                *pixel = blend(*pixel, shade(&corners, weights, texture));
            }
        }
    }
}

/// Twice the signed area of a triangle.
fn edge(a: Pos2, b: Pos2, c: Pos2) -> f32 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// A pixel on the side that two triangles share belongs to one of them only.
fn is_top_left((from, to): (Pos2, Pos2), area: f32) -> bool {
    let (dx, dy) = (
        (to.x - from.x) * area.signum(),
        (to.y - from.y) * area.signum(),
    );
    dy < 0.0 || (dy == 0.0 && dx > 0.0)
}

fn shade(corners: &[Vertex; 3], weights: [f32; 3], texture: &ColorImage) -> [f32; 4] {
    let mut color = [0.0; 4];
    let (mut u, mut v) = (0.0, 0.0);
    for (corner, weight) in corners.iter().zip(weights) {
        for (sum, part) in color.iter_mut().zip(corner.color.to_array()) {
            *sum += f32::from(part) * weight;
        }
        u += corner.uv.x * weight;
        v += corner.uv.y * weight;
    }
    let texel = sample(texture, u, v);
    std::array::from_fn(|part| color[part] * texel[part] / 255.0)
}

fn sample(texture: &ColorImage, u: f32, v: f32) -> [f32; 4] {
    let [width, height] = texture.size;
    let (x, y) = (u * width as f32 - 0.5, v * height as f32 - 0.5);
    let mut sum = [0.0; 4];
    for (column, row) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
        let weight_x = if column == 0.0 {
            1.0 - (x - x.floor())
        } else {
            x - x.floor()
        };
        let weight_y = if row == 0.0 {
            1.0 - (y - y.floor())
        } else {
            y - y.floor()
        };
        let at_x = (x.floor() + column).clamp(0.0, width as f32 - 1.0) as usize;
        let at_y = (y.floor() + row).clamp(0.0, height as f32 - 1.0) as usize;
        for (part, value) in sum
            .iter_mut()
            .zip(texture.pixels[at_y * width + at_x].to_array())
        {
            *part += f32::from(value) * weight_x * weight_y;
        }
    }
    sum
}

fn blend(below: Color32, [r, g, b, a]: [f32; 4]) -> Color32 {
    let mix = |below: u8, above: f32| {
        (above + f32::from(below) * (1.0 - a / 255.0))
            .round()
            .clamp(0.0, 255.0) as u8
    };
    Color32::from_rgb(mix(below.r(), r), mix(below.g(), g), mix(below.b(), b))
}
