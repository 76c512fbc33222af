"""Who may fill in a row of the response matrix, for templates."""

from django import template

from decisions.answers.answering import may_answer

register = template.Library()
register.filter("may_answer", may_answer)
