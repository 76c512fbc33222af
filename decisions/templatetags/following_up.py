"""What follows from a decision, for templates."""

from django import template

from decisions.charges import charges

register = template.Library()
register.filter("charges", charges)
