language = Language
language-about = Of menus, lists and messages; articles are read in their own
as-the-system = As the system
theme = Theme
theme-light = Light
theme-dark = Dark
high-contrast = High contrast
high-contrast-about = Black on white, or white on black, with edges around everything
label-colors = Label colors
label-colors-about = The second set stays apart for people who see red, green or blue less well
label-colors-standard = Standard
label-colors-safe = Color-blind safe
reading-face = Reading face
text-size = Text size
points-suffix = { " " }points
column-width = Column width
characters-suffix = { " " }characters
interface-size = Size of everything
interface-size-about = Menus, lists, buttons and text alike
reduce-motion = Reduce motion
reduce-motion-about = Nothing glides or blinks; what moves is there at once
rejected-suggestions = Rejected suggestions
rejected-about = Struck through, where they stood
show-rejected-suggestions = Show rejected suggestions
labels-preview = How labels look in an article

# Of all dialogs
sheet-close = Close
sheet-cancel = Cancel
sheet-copy = Copy

# The settings window
settings-title = Settings
settings-page-looks = Appearance
settings-page-keys = Keys
settings-page-labels = Labels
settings-page-keeping = Work and files
settings-reset-looks = Reset appearance
settings-undo = Undo
settings-redo = Redo

# Who works, and what is kept
settings-annotator = Your name
settings-annotator-about = Goes onto what you mark and accept, in files and data sets; it is sent nowhere
settings-learn = Learn from decisions
settings-learn-about = What you accept and reject changes the next suggestions, in this folder only
settings-hide-suggestions = Hide suggestions
settings-hide-suggestions-about = For gold that no suggestion has led, and to see how far suggestions lead
settings-measure = Measure work
settings-measure-about = Keys, clicks and active time for each article, on this machine only
settings-versions = Earlier versions
settings-versions-about = Of each article, at earlier saves; old ones are thinned out first
settings-versions-suffix = { " " }versions
settings-versions-kept = Earlier versions kept
settings-memory = Memory for import
settings-memory-about = More for very large files of other programs; what takes more is refused
settings-gigabytes = { $count } GB

# Keys
settings-find-key = Find a command or a key
settings-find-key-hint = Find a command or a key…
settings-no-such-key = No command has these words or this key
settings-key-reset = Reset
settings-key-add = Add
settings-key-change = Change
settings-press-keys = Press the new keys
settings-keys-reserved = The system keeps { $keys } for itself; press others
settings-keys-taken = { $keys } belongs to “{ $command }”
settings-another-command = another command
settings-take-keys = Use them here
settings-reset-keys = Reset all keys

# Labels
settings-reading-labels = Reading the labels…
settings-labels-not-saved = These labels are not saved yet: save them, or press Escape again to drop what you changed
settings-labels-own = Your labels, for every text you open. Saved articles keep theirs; open ones that use these follow, and can undo it.
settings-labels-project = The labels of the project “{ $project }”, for everybody who works on it.
settings-labels-given = Named on the command line with --schema: change that file instead. They can be looked at here.
settings-labels-differ = The article you see has labels of its own.
settings-use-labels = Use these labels there
settings-new-label = New label
# Of the name of a new label, until another is written
settings-usual-plural = { $name }s
settings-delete-label = Delete
settings-save-labels = Save labels
settings-label-order = Order
settings-label-up = Up
settings-label-down = Down
settings-label-name = Name
settings-label-in-files = In files: { $id }
settings-label-plural = Name for many
settings-label-key = Key
settings-label-key-about = The letter that marks words with it
settings-label-color = Color
settings-label-looks = Looks
settings-label-tint = Tinted words
settings-label-band = A band behind other labels
settings-label-layer = Layer
settings-label-layer-about = Labels of one layer never overlap; those of different layers may
settings-label-guideline = Guideline
settings-label-guideline-about = What to mark with it, and what not
settings-attributes = Records
settings-attributes-about = A value, words or a choice that goes with each span
settings-attribute-add = Add an attribute
settings-attribute-name = Name of the attribute
settings-attribute-remove = Remove { $name }
settings-attribute-value = Value
settings-attribute-words = Words
settings-attribute-choice = Choice
settings-attribute-choices = Choices, with commas between
settings-color-blue = Blue
settings-color-green = Green
settings-color-amber = Amber
settings-color-magenta = Magenta
settings-color-teal = Teal
settings-color-violet = Violet
settings-color-red = Red
settings-color-gray = Gray
settings-label-needs-name = Each label needs a name
settings-label-needs-layer = “{ $label }” needs a layer
settings-attribute-needs-name = An attribute of “{ $label }” needs a name
settings-attribute-needs-choices = Write what can be chosen as “{ $name }”

# The tour: keys stand as key caps in its sentences
tour-place = { $number } of { $count }
tour-take = Take the tour
tour-end = End tour
tour-back = Back
tour-back-help = Do the step before once more
tour-skip = Skip
tour-skip-help = Go on without doing this
tour-open-article = Open article…
tour-accepted = Accepted.
tour-fixed = Fixed.
tour-added = Marked.
tour-undone = Undone.
tour-exported = Exported.
# In place of a key, where a command has none
tour-command = “{ $name }”
tour-offer-title = New to Copydesk?
tour-offer = Five short steps on this sample show how to review an article with the keyboard. The tour stays in the Help menu.
tour-accept-title = Accept a suggestion
tour-accept-soon = Suggestions are coming…
tour-accept-nothing = Nothing is suggested here with these labels: skip this step.
tour-accept = { $next } goes to the next suggestion, and { $accept } accepts it. { $reject } would reject it.
tour-fix-title = Fix one that is not quite right
tour-fix-go = Go to a suggestion with { $next }, or click one. Then change where it ends, or its label.
tour-fix-click = Click a span first. Then change where it ends, or its label.
tour-fix = { $start_out } and { $end_out } make it a word longer, { $start_in } and { $end_in } shorter. Or change its label: { $labels }.
tour-add-title = Mark words that were missed
tour-add = Select words that are not marked: drag over them, or press { $extend }.
tour-add-unselect = Select words that are not marked: drag over them, or press { $unselect } and then { $extend }.
tour-add-label = Now press the key of a label: { $labels }.
tour-undo-title = Take it back
tour-undo-nothing = Nothing has been done yet that could be undone: go back, or skip this step.
tour-undo = { $undo } undoes the last step, then the one before, without limit. { $redo } does it again.
tour-export-title = Export what you have
tour-export = { $export } shows what a data set will hold before it is written. Choose a format, then a name for the file.
tour-end-title = That is all you need
tour-end-words = { $open } opens an article of your own, { $folder } a folder of them. { $keys } lists every key, and { $palette } finds any command by name.

# The start page
copydesk-description = Mark people, places, figures and claims in news articles, with suggestions to accept or correct from the keyboard
start-open-article = Open article…
start-open-folder = Open folder…
start-opening = Opening…
start-drop-hint = Or drop files or folders anywhere in this window
start-drop =
    { $count ->
        [one] Drop to open { $count } file
       *[other] Drop to open { $count } files
    }
start-recent = Recent
start-open-recent = Open
start-forget-recent = Remove from list
start-samples = Samples
start-picture = “{ $line }”, marked with: { $labels }

# About Copydesk
about-title = About Copydesk
about-licenses = Licenses
about-licenses-text = Copydesk is licensed under MIT or Apache-2.0, at your option. It holds fonts, name lists, data and libraries of others, under licenses of their own. In its source, Cargo.lock names every library, and deny.toml the licenses that these have.
about-show-credits = Show credits
about-hide-credits = Hide credits
about-places = On this machine
about-open-folder = Open folder
about-copy-path = Copy path
about-place-settings = Settings
about-place-settings-in-sentence = settings
about-place-unsaved = Unsaved work
about-place-unsaved-in-sentence = unsaved work
about-place-faults = Fault reports
about-place-faults-in-sentence = fault reports

# The pane of guidelines
guidelines-of-project = Guidelines of { $project }
guidelines-of-labels = Label guidelines
guidelines-hide = Hide guidelines
guidelines-annotators = Annotated by { $names }

# The menu bar, the palette and the page of keys
menu-open-sample = Open sample
menu-open-recent = Open recent
palette-title = Find a command
palette-hint = Find a command…
palette-commands = Commands
palette-nothing = No matching commands
# In lower case, between spaces: a help text that has nothing but these and the words of the title is not shown
palette-small-words = a an the this and copydesk
shortcuts-title = Keyboard shortcuts
shortcuts-find = Find a shortcut
shortcuts-hint = Find a shortcut…
shortcuts-nothing = No matching shortcuts

# Edges of panes
pane-resize-articles = Resize article list
pane-resize-review = Resize review list
pane-resize-details = Resize details
pane-resize-guidelines = Resize guidelines

# The line above an article that is open elsewhere
read-only = Read-only: open in another window
read-only-by = Read-only: open in another window · { $who }
read-only-open-anyway = Open anyway

# What an export or import left out
left-out-title = What was left out or changed
left-out-nothing = Nothing was left out
left-out-more = and { $count } more

# Questions before something that cannot be undone
confirm-save = Save
confirm-save-help = Save the changes to a file
confirm-keep = Keep for later
confirm-keep-help = Restore the changes when the article is opened again
confirm-discard = Discard
confirm-discard-help = The changes will be permanently lost
confirm-the-article = the article
confirm-somebody-else = somebody else
confirm-close-title = Save changes to “{ $article }” before closing?
confirm-close = The article has unsaved changes. If you keep them for later, they are restored when you open it again.
confirm-quit-title = Save changes before quitting?
confirm-quit =
    { $count ->
        [one] One article has unsaved changes. If you keep them for later, they are restored when you open it again.
       *[other] { $count } articles have unsaved changes. If you keep them for later, they are restored when you open the articles again.
    }
confirm-replace-article-title = There is another article of that name
confirm-replace-article = Replacing it loses all the work in it. Only an article of Copydesk is replaced: { $path }
confirm-save-as = Save as…
confirm-save-as-help = Save under another name
confirm-replace = Replace
confirm-replace-article-help = The article in that file will be lost permanently
confirm-replace-data-set-title = A data set with this name already exists
confirm-replace-data-set = Replacing it deletes its contents. Copydesk replaces only files, and folders that it made: { $path }
confirm-replace-data-set-help = Its contents will be permanently lost
confirm-delete-activity-title = Delete what was measured?
confirm-delete-activity = The actions, times and spans of all days and articles are deleted. Your annotations stay as they are.
confirm-delete = Delete
confirm-delete-help = This cannot be undone
confirm-elsewhere-title = “{ $article }” is open in another window
confirm-elsewhere = It is being worked on by { $who }. You can read it here, or work on it too: whoever saves second is then asked what to do.
confirm-read-only = Open read-only
confirm-read-only-help = Read the article; nothing can be changed here
confirm-open-anyway = Open anyway
confirm-open-anyway-help = Work on it here too
confirm-close-help = Close the article
confirm-changed-title = The file was changed by another program
confirm-changed = “{ $article }” has changed since it was last opened or saved here. Merging keeps your work and adds theirs; where you both changed the same words, yours stays and you are shown both.
confirm-changed-why-not = “{ $article }” has changed since it was last opened or saved here. { $reason }
confirm-merge = Merge
confirm-merge-help = Add their changes to your work and save it
confirm-theirs = Use theirs
confirm-theirs-help = Replace your work with what is in the file; undo brings it back
confirm-save-copy = Save a copy…
confirm-save-copy-help = Save your work under another name and leave the file as it is
confirm-overwrite = Overwrite
confirm-overwrite-help = The other program’s changes will be permanently lost
