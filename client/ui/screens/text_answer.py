"""Where a written or coding answer is given: the editor, what is saved, what was pasted.

One rule: what is typed here reaches the flow within about a second, and whole at each pause, before
Done and before the time is up; what is shown after a restart is what the flow remembers.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from client.exam import Edited, Pasted, State, Typed
from client.ui.announcing import Announcer
from client.ui.trying import Tried, fact
from client.ui.widgets.code_panel import CodePanel
from client.ui.widgets.editors import MAX_CHARACTERS, MOST_UNDONE, AnswerEditor, ProseEditor
from client.ui.widgets.parts import label, say, space
from client.ui.widgets.pasting import Foreign
from client.ui.widgets.samples import SamplesPanel
from shared.events import Edit
from shared.exam import ExamQuestion
from shared.runs import RunRequest

COUNTED_AFTER_MS = 250
"""Words are counted when the typing rests: in a long text that takes as long as a key may."""


class TextAnswer(QWidget):
    """One of two editors; `happened` carries an `exam.Input`."""

    happened = Signal(object)
    run_wished = Signal(object)
    """A `RunRequest`: the code on the examples."""
    run_cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question: ExamQuestion | None = None
        self._histories: dict[str, list[Edit]] = {}
        """What Ctrl+Z can take back, by question: also what an earlier run of the app wrote."""
        self.prose, self.panel = ProseEditor(), CodePanel()
        self.code, self.samples = self.panel.code, SamplesPanel()
        self.samples.wished.connect(self._run)
        self.samples.cancelled.connect(self.run_cancelled)
        run = QShortcut(QKeySequence("Ctrl+R"), self)
        run.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        run.activated.connect(self.samples.press)
        self._revision = 0
        self._saved = label(role="muted", name="saved_label")
        self._count = label(role="muted", name="count_label", wrap=False)
        self._note = label(role="warning", name="paste_label")
        self._note.hide()
        self.announcer = Announcer(self)
        self._counting = QTimer(self)
        self._counting.setSingleShot(True)
        self._counting.setInterval(COUNTED_AFTER_MS)
        self._counting.timeout.connect(self._count_words)
        for editor in (self.prose, self.code):
            editor.paused.connect(self.hand_over)
            editor.edited.connect(self._hand_edits)
            editor.pasted.connect(self._pasted)
            editor.changed.connect(self._changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(space(1.5))
        foot = QHBoxLayout()
        foot.addWidget(self._saved, 1)
        foot.addWidget(self._count)
        column.addWidget(self.prose, 1)
        column.addWidget(self.panel, 1)
        column.addWidget(self.samples)
        column.addWidget(self._note)
        column.addLayout(foot)

    def open(self, question: ExamQuestion, state: State) -> None:
        """Another question; a spoken one leaves no editor open."""
        self._question = question
        say(self._note, "")
        self.setVisible(question.kind != "spoken")
        self.prose.setVisible(question.kind == "written")
        self.panel.setVisible(question.kind == "coding")
        self._count.setVisible(question.kind == "written")
        self.samples.open(question.samples if question.kind == "coding" else ())
        editor = self.editor
        if editor is None:
            return
        if editor is self.code:
            self.panel.use_language(question.language)
        editor.outside = state.policy.paste_from_outside
        samples = (part for one in question.samples for part in (one.input, one.call, one.expected))
        editor.own = (question.prompt, question.starter, *samples)
        editor.open_with(state.answer.text, self._histories.get(question.id, ()))
        self._count_words()

    def remember(self, edits: Mapping[str, Sequence[Edit]]) -> None:
        """What an earlier run of the app wrote: it can be undone, unless typing went on."""
        for question, earlier in edits.items():
            self._histories[question] = [*earlier, *self._histories.get(question, ())]
        editor, question = self.editor, self._question
        if editor is None or question is None or self.unsaved:
            return
        if history := self._histories.get(question.id):
            editor.open_with(editor.answer(), history)

    def show_saved(self, state: State) -> None:
        """Whether what stands here is on the disk."""
        live, answer = state.live, state.answer
        self._revision = answer.revision
        written = answer.revision > 0 or answer.edits > 0
        saved = live.saved_revision >= answer.revision and live.saved_edits >= answer.edits
        if self.unsaved or (written and not saved):
            text = self.tr("Saving …")
        elif written:
            text = self.tr("Saved on this computer.")
        else:
            text = self.tr("Your answer is saved as you type.")
        if self._saved.text() != text:
            self._saved.setText(text)

    def hand_over(self) -> None:
        """Gives the text to the flow, saved or not."""
        editor = self.editor
        if editor is not None and self._question is not None:
            self._hand_edits()
            self.happened.emit(Typed(self._question.id, editor.answer()))

    @property
    def unsaved(self) -> bool:
        """Whether there is an edit that the flow has not heard of."""
        return self.editor is not None and self.editor.unwritten

    @property
    def editor(self) -> AnswerEditor | None:
        """The open one; None for a spoken question."""
        match None if self._question is None else self._question.kind:
            case "written":
                return self.prose
            case "coding":
                return self.code
            case _:
                return None

    def show_tried(self, tried: Tried) -> None:
        """What became of a run; one of another question is only written down."""
        self.happened.emit(fact(tried))
        if self._question is not None and self._question.id == tried.request.question:
            self.samples.show_tried(tried)

    def close_question(self) -> None:
        """The next time starts from the flow's text."""
        self._question = None

    def _hand_edits(self) -> None:
        editor, question = self.editor, self._question
        if editor is None or question is None:
            return
        if edits := editor.take():
            history = self._histories.setdefault(question.id, [])
            history += edits
            del history[:-MOST_UNDONE]
            self.happened.emit(Edited(question.id, editor.answer(), edits))

    def _run(self) -> None:
        """The code as it stands, saved first: the record says what was run."""
        question = self._question
        if question is None or question.language is None:
            return
        self.hand_over()
        self.run_wished.emit(
            RunRequest(
                question=question.id,
                language=question.language,
                code=self.code.answer(),
                revision=self._revision,
            )
        )

    def _pasted(self, foreign: Foreign) -> None:
        if self._question is None:
            return
        say(
            self._note,
            self.tr(
                "Text from other programs cannot be pasted in this interview. Please type it; "
                "what you copy inside this window can be pasted."
            )
            if foreign.outcome == "blocked"
            else self.tr(
                "You pasted text from another program. That is allowed here, and it is noted "
                "with your answer."
            ),
        )
        self.announcer.follow({foreign.outcome: self._note.text()})
        self._hand_edits()
        self.happened.emit(
            Pasted(
                self._question.id,
                foreign.way,
                foreign.outcome,
                foreign.length,
                foreign.sha256,
            )
        )

    def _changed(self) -> None:
        editor = self.editor
        if editor is None:
            return
        self._saved.setText(self.tr("Saving …"))
        if editor.document().characterCount() > MAX_CHARACTERS + 1:
            say(
                self._note,
                self.tr(
                    "An answer can have {n} characters. What is beyond them is shown here and is "
                    "not saved."
                ).format(n=f"{MAX_CHARACTERS:,}"),
            )
            self.announcer.follow({"long": self._note.text()})
        elif not editor.pasting:
            say(self._note, "")
            self.announcer.follow({})
        self._counting.start()

    def _count_words(self) -> None:
        words = self.prose.words()
        self._count.setText(
            self.tr("1 word") if words == 1 else self.tr("{n} words").format(n=words)
        )
