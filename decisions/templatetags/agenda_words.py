"""What a draft agenda says of itself, for templates."""

from django import template

from decisions.agenda.words import day_and_time, explained

register = template.Library()
register.filter("explained", explained)
register.filter("day_and_time", day_and_time)
