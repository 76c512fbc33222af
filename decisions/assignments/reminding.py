"""Where somebody says what they want to be reminded of; nobody else sees it.

The form carries no version: nobody but the owner writes here, and of two tabs the later says what
is wanted.
"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.access import signed_in
from accounts.models import User
from decisions.assignments.forms import SubscriptionForm
from decisions.assignments.models import Subscription
from decisions.assignments.reminders import remember_overdue


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def reminders(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        return _change(request)
    return _page(request, SubscriptionForm(instance=_own(request)))


@transaction.atomic
def _change(request: HttpRequest) -> HttpResponse:
    """``do=stop`` ends the reminders; else they are as the form says."""
    User.objects.select_for_update().get(pk=request.user.pk)  # two tabs take turns
    own = _own(request)
    if request.POST.get("do") == "stop":
        Subscription.objects.filter(user=request.user).delete()
        messages.success(request, _("Det kommer inga fler påminnelser."))
        return redirect("reminders")
    is_new = own.pk is None
    form = SubscriptionForm(request.POST, instance=own)
    if not form.is_valid():
        return _page(request, form, status=422)
    kept = form.save()
    if is_new or "organization" in form.changed_data:
        remember_overdue(kept, timezone.localdate())
    messages.success(request, _("Sparat. Du får mejl när något av det närmar sig."))
    return redirect("reminders")


def _own(request: HttpRequest) -> Subscription:
    """The user's, or one that is not kept yet: of the municipality that they work in."""
    known = Subscription.objects.filter(user=request.user).first()
    return known or Subscription(user=request.user, organization=request.user.organization)


def _page(request: HttpRequest, form: SubscriptionForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "is_subscribed": form.instance.pk is not None}
    return render(request, "assignments/reminders.html", context, status=status)
