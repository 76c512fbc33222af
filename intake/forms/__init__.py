"""What a secretary fills in: a form for each part of a meeting, in the order of the minutes."""

from intake.forms.answer import AnswerForm
from intake.forms.items import (
    AssignmentForm,
    DecisionForm,
    ItemForm,
    SentenceForm,
    form_of_assignment,
)
from intake.forms.meeting import MeetingForm
from intake.forms.people import ApprovalForm, AttendanceForm
from intake.forms.review import Part, ReviewForms, forms_of

__all__ = [
    "AnswerForm",
    "ApprovalForm",
    "AssignmentForm",
    "AttendanceForm",
    "DecisionForm",
    "ItemForm",
    "MeetingForm",
    "Part",
    "ReviewForms",
    "SentenceForm",
    "form_of_assignment",
    "forms_of",
]
