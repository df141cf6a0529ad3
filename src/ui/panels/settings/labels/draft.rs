//! Labels as they are being edited, with what was done to them.

use std::sync::Arc;

use copydesk_document::{
    AttributeContent, AttributeKind, ColorRole, Label, LabelId, LabelStyle, Layer, Schema,
};
use copydesk_i18n::tr;

/// The labels, and what they were before and after each change.
pub struct Draft {
    labels: Vec<Label>,
    /// As they were last read or saved.
    saved: Arc<Schema>,
    done: Vec<Change>,
    undone: Vec<Vec<Label>>,
}

/// What the labels were before a change, and of which label and field it was: letters typed one after
/// the other are undone together.
struct Change {
    before: Vec<Label>,
    field: Option<(usize, Field)>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Name,
    Plural,
    Layer,
    Guideline,
    Attributes,
    Other,
}

impl Draft {
    pub fn of(schema: &Arc<Schema>) -> Self {
        Self {
            labels: schema.labels().to_vec(),
            saved: Arc::clone(schema),
            done: Vec::new(),
            undone: Vec::new(),
        }
    }

    /// Follows what was read or saved, unless something else is being made of it.
    pub fn follow(&mut self, schema: &Arc<Schema>) {
        if *self.saved != **schema {
            if self.labels == self.saved.labels() {
                self.labels = schema.labels().to_vec();
                self.done.clear();
                self.undone.clear();
            }
            self.saved = Arc::clone(schema);
        }
    }

    pub fn labels(&self) -> &[Label] {
        &self.labels
    }

    /// All layers, in the order of their first labels.
    pub fn layers(&self) -> Vec<String> {
        let mut layers: Vec<String> = Vec::new();
        for label in &self.labels {
            let layer = label.layer.as_str();
            if !layers.iter().any(|known| known == layer) {
                layers.push(layer.to_owned());
            }
        }
        layers
    }

    /// Puts `label` in the place of the one at `index`.
    pub fn put(&mut self, index: usize, mut label: Label) {
        let Some(known) = self.labels.get(index) else {
            return;
        };
        if *known == label {
            return;
        }
        let field = changed_field(known, &label);
        let is_new = self.saved.label(&known.id).is_none();
        if field == Field::Name && is_new {
            label.id = self.free_id(&label.name, index);
            // Until that is written too, the usual form makes it many.
            if known.plural == many(&known.name) {
                label.plural = many(&label.name);
            }
        }
        let field = Some((index, field)).filter(|(_, field)| *field != Field::Other);
        let is_going_on = field.is_some()
            && self
                .done
                .last()
                .is_some_and(|last| last.field == field && self.undone.is_empty());
        if !is_going_on {
            self.note(field);
        }
        self.labels[index] = label;
    }

    /// Adds a label and returns its index.
    pub fn add(&mut self) -> usize {
        self.note(None);
        let is_free = |key: &char| self.labels.iter().all(|label| label.key != *key);
        let key = ('a'..='z').find(is_free).unwrap_or('a');
        let color = ColorRole::ALL
            .into_iter()
            .find(|role| self.labels.iter().all(|label| label.color != *role));
        let name = tr!("settings-new-label");
        let label = Label {
            id: self.free_id(name, self.labels.len()),
            name: name.to_owned(),
            plural: many(name),
            layer: Layer::new("names"),
            color: color.unwrap_or(ColorRole::Gray),
            style: LabelStyle::Tint,
            key,
            guideline: String::new(),
            attributes: Vec::new(),
        };
        self.labels.push(label);
        self.labels.len() - 1
    }

    pub fn remove(&mut self, index: usize) {
        if index < self.labels.len() {
            self.note(None);
            self.labels.remove(index);
        }
    }

    pub fn swap(&mut self, one: usize, other: usize) {
        if one.max(other) < self.labels.len() {
            self.note(None);
            self.labels.swap(one, other);
        }
    }

    fn note(&mut self, field: Option<(usize, Field)>) {
        let before = self.labels.clone();
        self.done.push(Change { before, field });
        self.undone.clear();
    }

    /// Whether it is other than what was last read or saved.
    pub fn is_changed(&self) -> bool {
        self.labels != self.saved.labels()
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    pub fn undo(&mut self) {
        if let Some(Change { before, .. }) = self.done.pop() {
            let after = std::mem::replace(&mut self.labels, before);
            self.undone.push(after);
        }
    }

    pub fn redo(&mut self) {
        if let Some(after) = self.undone.pop() {
            let before = std::mem::replace(&mut self.labels, after);
            self.done.push(Change {
                before,
                field: None,
            });
        }
    }

    /// The labels as they would be saved, if they can be.
    pub fn schema(&self) -> Option<Schema> {
        self.checked().ok()
    }

    /// Why they cannot be saved.
    pub fn problem(&self) -> Option<String> {
        self.checked().err()
    }

    fn checked(&self) -> Result<Schema, String> {
        let mut labels = self.labels.clone();
        for label in &mut labels {
            for words in [&mut label.name, &mut label.plural] {
                *words = words.trim().to_owned();
            }
            if label.name.is_empty() {
                return Err(tr!("settings-label-needs-name").to_owned());
            }
            if label.plural.is_empty() {
                label.plural.clone_from(&label.name);
            }
            let layer = label.layer.as_str().trim();
            if layer.is_empty() {
                return Err(tr!("settings-label-needs-layer", label = &label.name));
            }
            label.layer = Layer::new(layer);
            for attribute in &mut label.attributes {
                attribute.title = attribute.title.trim().to_owned();
                if attribute.title.is_empty() {
                    let problem = tr!("settings-attribute-needs-name", label = &label.name);
                    return Err(problem);
                }
                if let AttributeContent::Choice(choices) = &mut attribute.content {
                    let words = choices.iter().map(|choice| choice.trim().to_owned());
                    *choices = words.filter(|choice| !choice.is_empty()).collect();
                    if choices.is_empty() {
                        let title = &attribute.title;
                        return Err(tr!("settings-attribute-needs-choices", name = title));
                    }
                }
            }
        }
        Schema::new(labels).map_err(|error| {
            let words = error.to_string();
            let mut chars = words.chars();
            let first = chars.next().into_iter().flat_map(char::to_uppercase);
            first.chain(chars).collect()
        })
    }

    /// An id for the label at `index` that no other has.
    fn free_id(&self, name: &str, index: usize) -> LabelId {
        let ids = self.labels.iter().enumerate();
        let others: Vec<&str> = ids
            .filter(|(other, _)| *other != index)
            .map(|(_, label)| label.id.as_str())
            .collect();
        free_id(&id_of(name), &others)
    }
}

/// Which field of a label differs.
fn changed_field(before: &Label, after: &Label) -> Field {
    let fields = [
        (Field::Name, before.name == after.name),
        (Field::Plural, before.plural == after.plural),
        (Field::Layer, before.layer == after.layer),
        (Field::Guideline, before.guideline == after.guideline),
        (
            Field::Attributes,
            before.attributes == after.attributes
                || before.attributes.len() != after.attributes.len(),
        ),
    ];
    let changed = fields.into_iter().find(|(_, is_same)| !is_same);
    changed.map_or(Field::Other, |(field, _)| field)
}

/// The usual name for many.
fn many(name: &str) -> String {
    let name = name.trim();
    if name.is_empty() {
        String::new()
    } else {
        tr!("settings-usual-plural", name = name)
    }
}

/// A new attribute whose name none of `known` has.
pub fn new_attribute(known: &[AttributeKind]) -> AttributeKind {
    let names: Vec<&str> = known.iter().map(|kind| kind.name.as_str()).collect();
    AttributeKind {
        name: free_id("attribute", &names).as_str().to_owned(),
        title: String::new(),
        content: AttributeContent::Words,
    }
}

/// `name` as an id: letters without accents, digits and `_`, a letter first.
fn id_of(name: &str) -> String {
    let folded = copydesk_text::folded(name.trim());
    let plain = folded.chars().map(|c| match c {
        'ä' | 'à' | 'á' | 'â' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ö' | 'ò' | 'ó' | 'ô' | 'õ' | 'ø' => 'o',
        'ü' | 'ù' | 'ú' | 'û' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c if c.is_ascii_alphanumeric() => c,
        _ => '_',
    });
    let id: String = plain.collect();
    let id = id.trim_matches('_').to_owned();
    match id.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => id,
        _ => format!("label_{id}").trim_end_matches('_').to_owned(),
    }
}

/// `id`, or with a number behind it where one of `others` has it.
fn free_id(id: &str, others: &[&str]) -> LabelId {
    let numbered = (2..).map(|number| format!("{id}_{number}"));
    let mut candidates = std::iter::once(id.to_owned()).chain(numbered);
    let free = candidates.find_map(|candidate| {
        let is_taken = others
            .iter()
            .any(|other| other.eq_ignore_ascii_case(&candidate));
        LabelId::new(&candidate).filter(|_| !is_taken)
    });
    #[expect(
        clippy::expect_used,
        reason = "there are more numbers than labels, and every candidate is an id"
    )]
    free.expect("a free number")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Arc<Schema> {
        let label = |id: &str, key| Label {
            id: LabelId::new(id).unwrap(),
            name: id.to_owned(),
            plural: format!("{id}s"),
            layer: Layer::new("names"),
            color: ColorRole::Blue,
            style: LabelStyle::Tint,
            key,
            guideline: String::new(),
            attributes: Vec::new(),
        };
        Arc::new(Schema::new(vec![label("person", 'p'), label("place", 'l')]).unwrap())
    }

    fn ids(draft: &Draft) -> Vec<&str> {
        draft
            .labels()
            .iter()
            .map(|label| label.id.as_str())
            .collect()
    }

    fn rename(draft: &mut Draft, index: usize, name: &str) {
        let mut label = draft.labels()[index].clone();
        name.clone_into(&mut label.name);
        draft.put(index, label);
    }

    #[test]
    fn a_new_label_has_an_id_made_of_its_name_and_an_old_one_keeps_its_own() {
        let mut draft = Draft::of(&schema());
        let index = draft.add();
        rename(&mut draft, index, "Organization");
        assert_eq!(ids(&draft), ["person", "place", "organization"]);
        assert_eq!(draft.labels()[index].plural, "Organizations");
        rename(&mut draft, index, "Place");
        assert_eq!(ids(&draft)[index], "place_2");
        rename(&mut draft, index, "7 Brüder");
        assert_eq!(ids(&draft)[index], "label_7_bruder");
        rename(&mut draft, 0, "Human");
        assert_eq!(ids(&draft)[0], "person");
    }

    #[test]
    fn letters_typed_into_a_field_are_undone_together_and_everything_else_by_itself() {
        let mut draft = Draft::of(&schema());
        for name in ["H", "Hu", "Hum"] {
            rename(&mut draft, 0, name);
        }
        draft.remove(1);
        draft.undo();
        assert_eq!(
            (draft.labels().len(), draft.labels()[0].name.as_str()),
            (2, "Hum")
        );
        draft.undo();
        assert_eq!(draft.labels(), schema().labels());
        assert!(!draft.can_undo());
        draft.redo();
        draft.redo();
        assert_eq!(
            (draft.labels().len(), draft.labels()[0].name.as_str()),
            (1, "Hum")
        );
        assert!(!draft.can_redo());
    }

    #[test]
    fn what_cannot_be_saved_is_said() {
        let mut draft = Draft::of(&schema());
        rename(&mut draft, 0, " ");
        assert_eq!(draft.problem().as_deref(), Some("Each label needs a name"));
        draft.undo();
        let mut label = draft.labels()[0].clone();
        label.key = 'l';
        draft.put(0, label.clone());
        assert_eq!(
            draft.problem().as_deref(),
            Some("Two labels have the key “l”")
        );
        label.key = 'q';
        label.attributes.push(new_attribute(&[]));
        draft.put(0, label.clone());
        assert!(draft.problem().unwrap().contains("needs a name"));
        label.attributes[0].title = "Gender".to_owned();
        label.attributes[0].content = AttributeContent::Choice(vec![" ".to_owned()]);
        draft.put(0, label);
        assert!(draft.problem().unwrap().contains("“Gender”"));
    }

    #[test]
    fn what_is_saved_elsewhere_is_followed_until_something_was_changed() {
        let mut draft = Draft::of(&schema());
        let fewer = |draft: &Draft| {
            let labels = draft.labels()[..1].to_vec();
            Arc::new(Schema::new(labels).unwrap())
        };
        let saved = fewer(&draft);
        draft.follow(&saved);
        assert_eq!(ids(&draft), ["person"]);
        draft.add();
        draft.follow(&schema());
        assert_eq!(ids(&draft), ["person", "new_label"]);
    }
}
