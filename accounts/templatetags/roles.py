"""What a template may show to whom; the roles themselves are told in accounts/roles.py."""

from django import template

from accounts.roles import is_secretary, is_staff

register = template.Library()


@register.filter
def may_see_drafts(user) -> bool:
    return is_secretary(user)


@register.filter
def may_prepare_meetings(user) -> bool:
    return is_staff(user)
