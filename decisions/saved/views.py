"""A user's own searches: to keep, open, rename, follow and remove.

Whoever asks for another's is answered as for one that does not exist. The forms carry no version:
nobody but the owner writes here, and of two tabs the later says what is wanted.
"""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.access import signed_in
from accounts.models import User
from decisions.saved.asking import is_understood
from decisions.saved.forms import MOST_SEARCHES, ChangeForm, SaveForm
from decisions.saved.models import SavedSearch
from minutes.exports.addresses import absolute
from people.names import sort_key

page_with_form = require_http_methods(["GET", "HEAD", "POST"])


@signed_in
@require_safe
def saved_searches(request: HttpRequest) -> HttpResponse:
    own = sorted(SavedSearch.objects.of(request.user), key=lambda one: sort_key(one.name))
    return render(request, "saved/list.html", {"searches": own, "most": MOST_SEARCHES})


@signed_in
@require_POST
@transaction.atomic
def save_search(request: HttpRequest) -> HttpResponse:
    """Keep what the list shows, and go on there."""
    _one_at_a_time(request)
    form = SaveForm(request.user, request.POST)
    if not form.is_valid():
        return render(request, "saved/new.html", {"form": form}, status=422)
    search = form.save()
    told = _("”%(name)s” är sparad. Du hittar den under Sparade sökningar.")
    messages.success(request, told % {"name": search.name})
    return redirect(search.list_url)


@signed_in
@page_with_form
def saved_search(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return _change(request, pk)
    search = _own(request, pk)
    return _page(request, search, ChangeForm(instance=search))


@transaction.atomic
def _change(request: HttpRequest, pk: int) -> HttpResponse:
    _one_at_a_time(request)
    search = _own(request, pk, is_changed=True)
    form = ChangeForm(request.POST, instance=search)
    if not form.is_valid():
        search.refresh_from_db()  # the page is headed by the name that it has
        return _page(request, search, form, status=422)
    form.save()
    messages.success(request, _("”%(name)s” är ändrad.") % {"name": search.name})
    return redirect("saved_searches")


@signed_in
@require_POST
@transaction.atomic
def change_feed_address(request: HttpRequest, pk: int) -> HttpResponse:
    """``do=new`` gives the feed an address, another if it had one; ``do=remove`` takes it away."""
    search = _own(request, pk, is_changed=True)
    if request.POST.get("do") == "new":
        search.change_feed_address()
        told = _("Flödet har en ny adress.")
    else:
        search.feed_token = ""
        told = _("Flödet har ingen adress längre.")
    search.save(update_fields=["feed_token"])
    messages.success(request, told)
    return redirect(search)


@signed_in
@page_with_form
def remove_saved_search(request: HttpRequest, pk: int) -> HttpResponse:
    """Asked once, since nothing brings it back."""
    if request.method != "POST":
        return render(request, "saved/remove.html", {"search": _own(request, pk)})
    with transaction.atomic():
        search = _own(request, pk, is_changed=True)
        search.delete()
    messages.success(request, _("”%(name)s” är borttagen.") % {"name": search.name})
    return redirect("saved_searches")


def _own(request: HttpRequest, pk: int, *, is_changed: bool = False) -> SavedSearch:
    """The user's own search, else 404; locked if it is to be changed, also against a mail."""
    own = SavedSearch.objects.of(request.user)
    return get_object_or_404(own.select_for_update() if is_changed else own, pk=pk)


def _one_at_a_time(request: HttpRequest) -> None:
    """Two tabs of one user take turns: neither more searches than allowed nor one name twice."""
    User.objects.select_for_update().get(pk=request.user.pk)


def _page(
    request: HttpRequest, search: SavedSearch, form: ChangeForm, status: int = 200
) -> HttpResponse:
    context = {
        "search": search,
        "form": form,
        "is_understood": is_understood(search),
        "feed": search.feed_url and absolute(search.feed_url),
    }
    return render(request, "saved/search.html", context, status=status)
