# Statistics and agreement: the figures on folders of articles.

cmd-statistics = Statistics…
cmd-statistics-help = Show what is marked in the opened folder, and how good the suggestions are
cmd-statistics-why-not = Open a folder, or save the article in one

cmd-agreement = Agreement…
cmd-agreement-help = Measure how far several people agree on the same articles

## Statistics

statistics-title = Statistics
statistics-counting = Counting articles and suggesting for those that are done…
statistics-stop = Stop
statistics-save-tables = Save as CSV…
statistics-save-report = Save report…
statistics-save-tables-in = Save tables in folder
statistics-save-report-to = Save report to
statistics-page = Page
statistics-tables-saved = Tables saved in { $path }
statistics-report-saved = Report saved: { $path }
statistics-all = All { $count }
statistics-open = Open { $count }
statistics-in-work = In progress { $count }
statistics-done = Done { $count }
statistics-nothing = Nothing is marked in these articles
statistics-labels = Labels
statistics-frequent = Most frequent spans
statistics-lengths = Lengths of spans
statistics-days = Annotations by day
statistics-suggestions = Suggestions
statistics-none-done = Suggestions are scored against articles that are done, and none is
statistics-against =
    { $count ->
        [one] Against { $count } article that is done, with 95% intervals
       *[other] Against { $count } articles that are done, each after what was learned from those before; 95% intervals by article
    }
statistics-lags = { $label } lags: its F1 is the lowest
statistics-calibration = Calibration
statistics-calibration-about = On the dashed line, suggestions are right as often as they are sure
statistics-bin = { $from }%: { $right } of { $count } right
statistics-curve = Learning curve
statistics-curve-about = F1 of the articles since the point before, in the order of the days on which they were worked on last
statistics-curve-short = A learning curve takes eight articles that are done
statistics-all-labels = All labels
statistics-unlearned = Nothing learned
statistics-left-out = Left out
statistics-column-label = Label
statistics-column-spans = Spans
statistics-column-articles = Articles
statistics-column-median = Median of tokens
statistics-column-quartiles = Quartiles
statistics-column-most = Most
statistics-column-marked = Marked
statistics-column-suggested = Suggested
statistics-column-right = Right
statistics-column-precision = Precision
statistics-column-recall = Recall
statistics-column-f1 = F1
statistics-axis-tokens = tokens
statistics-axis-spans = spans
statistics-axis-days = days since { $day }
statistics-axis-annotations = annotations
statistics-axis-confidence = confidence
statistics-axis-right = share right
statistics-axis-articles = articles done

## Agreement

agreement-title = Agreement
agreement-about = Add a folder for each of two to five people, or one whose files are called like story.anna.ron and story.ben.ron
agreement-add-folder = Add folder…
agreement-choose-folder = Add a folder to compare
agreement-drop-folder = Do not compare { $path }
agreement-only-done = Only articles that are done
agreement-compare = Compare
agreement-no-folder = Add a folder first
agreement-busy = A comparison is going on
agreement-working = Comparing…
agreement-nothing-begun = None of these folders has an article that was begun
agreement-of =
    { $count ->
        [one] { $people }: { $count } article of two or more, { $complete } of all; 95% intervals by article
       *[other] { $people }: { $count } articles of two or more, { $complete } of all; 95% intervals by article
    }
agreement-by-label = By label
agreement-together = Together
agreement-strict-f1 = F1, strict
agreement-overlapping-f1 = F1, overlapping
agreement-cohen = Cohen’s κ
agreement-fleiss = Fleiss’ κ
agreement-alpha = Krippendorff’s α
agreement-alpha-u = Krippendorff’s α_u
agreement-gamma = γ
agreement-gamma-cat = γ-cat
agreement-pairs = In pairs, all labels
agreement-pair = { $one } and { $other }
agreement-facts = Of the same spans, what both carry
agreement-column-pairs = Pairs
agreement-column-same = The same
agreement-column-article = Article
agreement-least = Agreed on least; press one to open it
agreement-over-time = Agreement over time
agreement-by-date = articles by date
agreement-by-name = articles by name

## Examples in the guidelines

cmd-add-example = Add as example
cmd-add-example-help = Write the span in its sentence into the project’s guidelines, under its label
cmd-add-counter-example = Why is this none?
cmd-add-counter-example-help = Write the span into the project’s guidelines as a counter-example, with that question
cmd-add-example-no-span = Move to a span first
cmd-add-example-no-project = Make the folder a project first
cmd-add-example-no-file = Save the article in the project’s folder first
cmd-take-back-example = Take back the last example
cmd-take-back-example-help = Make the guidelines what they were before the last example
cmd-take-back-example-why-not = No example was added
example-question = Why is this no { $label }?
example-added = Added to the guidelines under { $label }
example-taken-back = The example is taken back
guidelines-version = Version { $version }
