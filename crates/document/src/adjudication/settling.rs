//! Settling disagreements: each decision is one transaction on the gold document, which one Undo takes back.
//!
//! Whether a disagreement is settled is read from the gold document alone: something of its layers stands
//! there, or all that anyone has there is rejected. So undo, another session and a change by hand count
//! without any bookkeeping.

use std::collections::BTreeSet;

use crate::adjudication::{Comparison, Disagreement, says_the_same};
use crate::{
    Annotation, AnnotationId, Document, Edit, EditError, OpenDocument, Provenance, Rejection,
    quoted,
};
use copydesk_i18n::tr;
use copydesk_text::Span;

/// What a disagreement is settled by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// What this person has, by their place.
    Take(usize),
    /// What anyone has, which needs room in the layers.
    All,
    /// Nothing of it.
    Neither,
}

/// How a disagreement stands in the gold document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Open,
    /// As these people have it.
    As(Vec<usize>),
    /// Everything that anyone has.
    All,
    Neither,
    /// As nobody has it.
    Own,
}

/// Why a disagreement cannot be settled so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettleError {
    /// Two of the answers are of one layer and overlap.
    NoRoom,
    Refused(EditError),
}

impl Comparison {
    /// How the disagreement at `index` stands in `gold`; open if there is none.
    pub fn outcome(&self, index: usize, gold: &Document) -> Outcome {
        let Some(disagreement) = self.disagreements.get(index) else {
            return Outcome::Open;
        };
        let here = disagreement.standing(gold);
        if here.is_empty() {
            return disagreement.outcome_of_nothing(gold);
        }
        let sides = disagreement.sides.iter().enumerate();
        let same = sides.filter(|(_, side)| says_the_same(side, &here));
        let same: Vec<usize> = same.map(|(person, _)| person).collect();
        if !same.is_empty() {
            return Outcome::As(same);
        }
        match disagreement.everything(gold) {
            Ok(all) if says_the_same(&all, &here) => Outcome::All,
            _ => Outcome::Own,
        }
    }

    /// For each disagreement whether it is settled in `gold`.
    pub fn settled(&self, gold: &Document) -> Vec<bool> {
        let all = self.disagreements.iter();
        all.map(|it| it.is_settled(gold)).collect()
    }

    /// Those of what all have that `gold` neither has nor has rejected, nor something else there.
    fn agreed_missing<'a>(&'a self, gold: &'a Document) -> impl Iterator<Item = &'a Annotation> {
        self.agreed.iter().filter(move |it| {
            let label = gold.schema().label(&it.label);
            let is_free =
                label.is_some_and(|label| gold.annotations().is_free(&label.layer, it.span));
            is_free && !gold.rejections().contains(&rejection_of(it))
        })
    }

    /// How much of what all have is not in `gold` yet.
    pub fn agreed_left(&self, gold: &Document) -> usize {
        self.agreed_missing(gold).count()
    }
}

impl Disagreement {
    /// Everything that anyone has here, each once, in reading order.
    ///
    /// # Errors
    /// Where two of one layer overlap.
    pub fn everything(&self, gold: &Document) -> Result<Vec<Annotation>, SettleError> {
        let mut all: Vec<Annotation> = Vec::new();
        for annotation in self.all() {
            let one = std::slice::from_ref(annotation);
            if all
                .iter()
                .any(|it| says_the_same(std::slice::from_ref(it), one))
            {
                continue;
            }
            let mut others = all.iter();
            let is_in_the_way = others.any(|other| {
                let shares = gold.schema().share_layer(&other.label, &annotation.label);
                shares && other.span.overlaps(annotation.span)
            });
            if is_in_the_way {
                return Err(SettleError::NoRoom);
            }
            all.push(annotation.clone());
        }
        all.sort_by(|one, other| (one.span, &one.label).cmp(&(other.span, &other.label)));
        Ok(all)
    }

    /// The people who have this annotation.
    fn people_with(&self, annotation: &Annotation) -> Vec<usize> {
        let one = std::slice::from_ref(annotation);
        let has = |side: &[Annotation]| {
            side.iter()
                .any(|it| says_the_same(std::slice::from_ref(it), one))
        };
        let sides = self.sides.iter().enumerate();
        sides
            .filter(|(_, side)| has(side))
            .map(|(person, _)| person)
            .collect()
    }

    /// Its annotations in `gold`, in reading order: whatever overlaps in a layer what anyone has.
    pub fn standing(&self, gold: &Document) -> Vec<Annotation> {
        let mut found = BTreeSet::<(Span, AnnotationId)>::new();
        for annotation in self.all() {
            if let Some(label) = gold.schema().label(&annotation.label) {
                let ids = gold
                    .annotations()
                    .in_layer(&label.layer, annotation.span.range());
                let spans = ids
                    .iter()
                    .filter_map(|id| Some((gold.annotations().get(*id)?.span, *id)));
                found.extend(spans);
            }
        }
        let ids = found.into_iter();
        ids.filter_map(|(_, id)| gold.annotations().get(id).cloned())
            .collect()
    }

    pub fn is_settled(&self, gold: &Document) -> bool {
        let stands = self.all().any(|annotation| {
            let label = gold.schema().label(&annotation.label);
            label.is_some_and(|it| !gold.annotations().is_free(&it.layer, annotation.span))
        });
        stands || self.is_rejected(gold)
    }

    fn is_rejected(&self, gold: &Document) -> bool {
        self.all()
            .all(|annotation| gold.rejections().contains(&rejection_of(annotation)))
    }

    fn outcome_of_nothing(&self, gold: &Document) -> Outcome {
        if !self.is_rejected(gold) {
            return Outcome::Open;
        }
        let sides = self.sides.iter().enumerate();
        let without = sides.filter(|(_, side)| side.is_empty());
        let without: Vec<usize> = without.map(|(person, _)| person).collect();
        if without.is_empty() {
            Outcome::Neither
        } else {
            Outcome::As(without)
        }
    }

    /// The reason that was given for how it is settled; empty where there is none.
    pub fn reason<'a>(&self, gold: &'a Document) -> &'a str {
        let first = self.standing(gold).first().map(|it| it.id);
        if let Some(annotation) = first.and_then(|id| gold.annotations().get(id)) {
            return &annotation.provenance.reason;
        }
        self.all().next().map_or("", |annotation| {
            gold.suggestion_note(annotation.span, &annotation.label)
        })
    }
}

fn rejection_of(annotation: &Annotation) -> Rejection {
    Rejection {
        span: annotation.span,
        label: annotation.label.clone(),
    }
}

impl OpenDocument {
    /// Takes what all have into this gold document, in one step; where something else was decided, that
    /// stays. Returns how many were taken.
    pub fn take_agreed(&mut self, comparison: &Comparison) -> Result<usize, EditError> {
        let missing = comparison.agreed_missing(self.document());
        let missing: Vec<Annotation> = missing.cloned().collect();
        let everyone: Vec<usize> = (0..comparison.people.len()).collect();
        let mut edits = Vec::with_capacity(missing.len());
        for annotation in &missing {
            edits.push(Edit::add(
                self.gold_of(annotation, comparison, &everyone, ""),
            ));
        }
        self.edit_as_work(tr!("deed-take-agreed", count = missing.len()), edits)?;
        Ok(missing.len())
    }

    /// Settles the disagreement at `index`; what it was settled by before goes.
    pub fn settle(
        &mut self,
        comparison: &Comparison,
        index: usize,
        decision: Decision,
        reason: &str,
    ) -> Result<(), SettleError> {
        let Some(disagreement) = comparison.disagreements.get(index) else {
            return Ok(());
        };
        let edits = self.settling(comparison, disagreement, decision, reason)?;
        let words = quoted(self.document(), disagreement.span);
        self.edit_as_work(tr!("deed-settle", words = words), edits)
            .map_err(SettleError::Refused)
    }

    /// Takes what one person has wherever it is open, of those disagreements that `is_meant` names, in one step.
    /// Returns how many that settles.
    pub fn take_all_of(
        &mut self,
        comparison: &Comparison,
        person: usize,
        is_meant: impl Fn(&Disagreement) -> bool,
        reason: &str,
    ) -> Result<usize, EditError> {
        let wanted = |it: &Disagreement| is_meant(it).then_some(person);
        self.settle_open(comparison, wanted, reason)
    }

    /// Takes what more than half of the people have; otherwise as [`Self::take_all_of`].
    pub fn take_majority(
        &mut self,
        comparison: &Comparison,
        is_meant: impl Fn(&Disagreement) -> bool,
        reason: &str,
    ) -> Result<usize, EditError> {
        let wanted = |it: &Disagreement| {
            let majority = it.majority().filter(|_| is_meant(it))?;
            majority.first().copied()
        };
        self.settle_open(comparison, wanted, reason)
    }

    /// Takes of each open disagreement the side that `wanted` says.
    fn settle_open(
        &mut self,
        comparison: &Comparison,
        wanted: impl Fn(&Disagreement) -> Option<usize>,
        reason: &str,
    ) -> Result<usize, EditError> {
        let mut edits = Vec::new();
        let mut count = 0;
        for disagreement in &comparison.disagreements {
            if disagreement.is_settled(self.document()) {
                continue;
            }
            if let Some(person) = wanted(disagreement)
                && let Ok(found) =
                    self.settling(comparison, disagreement, Decision::Take(person), reason)
            {
                edits.extend(found);
                count += 1;
            }
        }
        self.edit_as_work(tr!("deed-settle-several", count = count), edits)?;
        Ok(count)
    }

    /// Takes the likeliest answer of the disagreement at `index`, for a person to change, unless something
    /// stands there. Returns what stands there then.
    pub fn begin_own(
        &mut self,
        comparison: &Comparison,
        index: usize,
        reason: &str,
    ) -> Result<Option<AnnotationId>, SettleError> {
        let Some(disagreement) = comparison.disagreements.get(index) else {
            return Ok(None);
        };
        if disagreement.standing(self.document()).is_empty() {
            let person = disagreement.likeliest();
            self.settle(comparison, index, Decision::Take(person), reason)?;
        }
        Ok(disagreement
            .standing(self.document())
            .first()
            .map(|it| it.id))
    }

    /// Gives the reason for how the disagreement at `index` is settled; nothing where it is open.
    pub fn set_reason(
        &mut self,
        comparison: &Comparison,
        index: usize,
        reason: &str,
    ) -> Result<(), EditError> {
        let Some(disagreement) = comparison.disagreements.get(index) else {
            return Ok(());
        };
        let standing = disagreement.standing(self.document());
        let mut edits = Vec::new();
        for before in &standing {
            let mut after = before.clone();
            reason.clone_into(&mut after.provenance.reason);
            if *before != after {
                edits.push(Edit::replace(before.clone(), after));
            }
        }
        if standing.is_empty() && disagreement.is_rejected(self.document()) {
            edits.extend(self.reason_of_nothing(disagreement, reason));
        }
        let words = quoted(self.document(), disagreement.span);
        self.edit_as_work(tr!("deed-give-reason", words = words), edits)
    }

    /// What makes `decision` of a disagreement.
    fn settling(
        &mut self,
        comparison: &Comparison,
        disagreement: &Disagreement,
        decision: Decision,
        reason: &str,
    ) -> Result<Vec<Edit>, SettleError> {
        let wanted = match decision {
            Decision::Take(person) => {
                let side = disagreement.sides.get(person);
                side.cloned().unwrap_or_default()
            }
            Decision::All => disagreement.everything(self.document())?,
            Decision::Neither => Vec::new(),
        };
        let standing = disagreement.standing(self.document());
        let mut edits: Vec<Edit> = standing.into_iter().map(Edit::remove).collect();
        for annotation in &wanted {
            let people = disagreement.people_with(annotation);
            edits.push(Edit::add(
                self.gold_of(annotation, comparison, &people, reason),
            ));
        }
        let all: BTreeSet<Rejection> = disagreement.all().map(rejection_of).collect();
        let is_added = wanted.is_empty();
        for rejection in all {
            if self.document().rejections().contains(&rejection) != is_added {
                edits.push(Edit::Rejection {
                    rejection,
                    is_added,
                });
            }
        }
        let noted = if is_added { reason } else { "" };
        edits.extend(self.reason_of_nothing(disagreement, noted));
        Ok(edits)
    }

    /// Where nothing stands, the reason is a note on the first that was rejected.
    fn reason_of_nothing(&self, disagreement: &Disagreement, reason: &str) -> Option<Edit> {
        let first = disagreement.all().next()?;
        let before = self.document().suggestion_note(first.span, &first.label);
        (before != reason).then(|| Edit::SuggestionNote {
            span: first.span,
            label: first.label.clone(),
            before: before.to_owned(),
            after: reason.to_owned(),
        })
    }

    /// What goes into the gold document, with who had it so and who decided.
    fn gold_of(
        &mut self,
        annotation: &Annotation,
        comparison: &Comparison,
        people: &[usize],
        reason: &str,
    ) -> Annotation {
        let mut gold = annotation.clone();
        gold.id = self.fresh_id();
        let names = people.iter().filter_map(|it| comparison.people.get(*it));
        let mut agreed: Vec<String> = names.cloned().collect();
        agreed.sort();
        gold.provenance = Provenance {
            agreed,
            reason: reason.to_owned(),
            ..self.decided()
        };
        gold
    }
}

impl std::fmt::Display for SettleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoRoom => f.write_str(tr!("settle-error-no-room")),
            Self::Refused(why) => why.fmt(f),
        }
    }
}

impl std::error::Error for SettleError {}
